/** The audit log goes into a table. */
import type { AuditLog } from '../../../../nodes/PeopleLens/api/types';
import type { Example } from '../example';
import { describeAuditLogDelivery } from './auditLog';

interface StoredRow extends Omit<AuditLog, 'created_at'> {
	id: string;
	created_at: Date;
	user_email: string;
}

export function describePostgres(example: Example): void {
	const { environment } = example;
	const stored = () => environment().query<StoredRow>('SELECT * FROM peoplelens_audit_log');
	const clicks: string[] = [];
	let rowsAfterClicks: StoredRow[] = [];

	const events = describeAuditLogDelivery(example, {
		name: 'PostgreSQL',
		stored,
		prepare: async ({ rest }, { id }) => {
			for (let click = 0; click < 2; click++) {
				const execution = await rest.workflows.run(id, 'Click once');
				clicks.push((await rest.executions.wait(execution)).status);
			}
			rowsAfterClicks = await stored();
		},
	});

	test('one click makes the table, and a second one does no harm', async () => {
		await events();
		expect(clicks).toEqual(['success', 'success']);
		expect(rowsAfterClicks).toEqual([]);
	});
	test('a row in PostgreSQL has all that the event has', async () => {
		const event = (await events()).find((one) => one.user_id && one.entity_id);
		const row = (await stored()).find(({ id }) => id === event?.id);
		for (const field of ['action', 'entity_type', 'entity_id', 'user_id', 'details'] as const) {
			expect(row?.[field]).toEqual(event?.[field]);
		}
		expect(row?.created_at.toISOString()).toBe(event?.created_at);
		expect(row?.user_email).toMatch(/@/);
	});
}
