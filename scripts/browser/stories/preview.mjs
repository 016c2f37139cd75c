/** Someone maps fields of the output before the node has ever run. */
import assert from 'node:assert/strict';
import { append, place } from '../creator.mjs';
import { close } from '../panel.mjs';

const FIELDS = {
	'Get many audit logs': [
		'id',
		'action',
		'entity_type',
		'entity_id',
		'user_id',
		'details',
		'created_at',
	],
	'Find or create user': ['id', 'email', 'first_name', 'last_name', 'role', 'created'],
	'Deactivate user': ['id', 'deactivated'],
};

export async function previewOutput({ page, check, shot }) {
	for (const [action, fields] of Object.entries(FIELDS)) {
		await check(`the fields of "${action}" are offered before the first run`, async () => {
			await place(page, action);
			await close(page);
			await append(page, 'Edit Fields (Set)');
			const input = page.getByTestId('ndv-input-panel');
			await input.getByTestId('schema-preview-warning').waitFor();
			await shot(`preview ${action}`);
			const shown = (await input.innerText()).split('\n');
			for (const field of fields) assert.ok(shown.includes(field), `${field} is missing`);
		});
	}
}
