/** Reading audit logs once; what came out is compared with what the sandbox holds. */
import type { Opened } from './opened';
import { createRunner, idsOf } from './runOperation';

export function describeAuditLogOperations(opened: Opened): void {
	const { runForItems } = createRunner(opened);
	const events = async () => await opened().sandbox.events();

	test('Get Many Audit Logs returns every event once, newest first', async () => {
		const items = await runForItems('auditLog', 'getAll', { returnAll: true });
		expect(idsOf(items).sort()).toEqual(idsOf(await events()).sort());
		const times = items.map(({ created_at: at }) => String(at));
		expect(times).toEqual([...times].sort().reverse());
	});
	test('Get Many Audit Logs filters by action and time', async () => {
		const all = await events();
		const action = all.at(-1)?.action;
		const since = all[100].created_at;
		const items = await runForItems('auditLog', 'getAll', {
			returnAll: true,
			filters: { actions: [String(action)], since },
		});
		const wanted = all.filter((event) => event.action === action && event.created_at > since);
		expect(idsOf(items).sort()).toEqual(idsOf(wanted).sort());
	});
}
