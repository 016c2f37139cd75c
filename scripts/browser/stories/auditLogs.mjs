/** Someone reads who did what and when. */
import assert from 'node:assert/strict';
import { place } from '../creator.mjs';
import { executeForItems } from '../outcome.mjs';
import { ABOVE, add, choose, chooseSeveral, labels, open, toggle, type } from '../panel.mjs';

const LABELS = [...ABOVE, 'Return All', 'Limit', 'Filters', 'Options'];

export async function readAuditLogs({ page, sandbox, check, shot }) {
	const events = await sandbox.events();

	await check('Get Many returns the newest audit logs, up to the limit', async () => {
		await place(page, 'Get many audit logs');
		await shot('audit logs empty');
		assert.deepEqual(await labels(page), LABELS);
		await type(page, 'limit', '3');
		const { rows } = await executeForItems(page);
		await shot('audit logs done');
		const newest = events.slice(-3).reverse();
		assert.deepEqual(
			rows.map(({ id }) => id),
			newest.map(({ id }) => id),
		);
	});
	await check("the list of actions holds the tenant's own, in words", async () => {
		await add(page, 'Add filter', ['Action Names or IDs']);
		await open(page, 'actions');
		await page.getByText('Candidate Deleted', { exact: true }).waitFor();
		await shot('audit log actions');
		await page.keyboard.press('Escape');
	});
	await check('Get Many filters by action and time, oldest first, with the actor', async () => {
		const since = events[50].created_at.slice(0, 19);
		await chooseSeveral(page, 'actions', ['User Login']);
		await add(page, 'Add filter', ['Since']);
		await type(page, 'since', since);
		await page.keyboard.press('Enter');
		await add(page, 'Add option', ['Order', 'Include Actor']);
		await choose(page, 'order', 'Oldest First');
		await toggle(page, 'includeActor');
		await toggle(page, 'returnAll');
		await shot('audit logs filtered');
		const { rows, count } = await executeForItems(page);
		await shot('audit logs filtered done');
		const wanted = events.filter((event) => {
			return event.action === 'USER_LOGIN' && event.created_at > since;
		});
		assert.equal(count, wanted.length);
		assert.equal(rows[0].id, wanted[0].id);
		assert.match(rows[0].actor, /email/);
	});
}
