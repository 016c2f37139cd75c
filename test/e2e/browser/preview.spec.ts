/** Someone maps fields of the output before the node has ever run. */
import { append, place } from './pages/creator';
import { close } from './pages/panel';
import { expect, test } from './test';

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

for (const [action, fields] of Object.entries(FIELDS)) {
	test(`the fields of "${action}" are offered before the first run`, async ({
		editor,
		keepScreenshot,
	}) => {
		await place(editor, action);
		await close(editor);
		await append(editor, 'Edit Fields (Set)');
		const input = editor.getByTestId('ndv-input-panel');
		await input.getByTestId('schema-preview-warning').waitFor();
		await keepScreenshot(`preview ${action}`);
		const shown = (await input.innerText()).split('\n');
		for (const field of fields) expect(shown).toContain(field);
	});
}
