/** The audit log goes to Splunk, which is busy at first. */
import type { Example } from '../example';
import { describeAuditLogDelivery } from './auditLog';

export function describeSplunk(example: Example): void {
	const { environment } = example;
	const stored = () =>
		environment().splunk.events.map(({ event }) => ({ id: event.id ?? '(none)' }));
	const events = describeAuditLogDelivery(example, {
		name: 'Splunk',
		stored,
		keepsCopies: true,
		prepare: async ({ splunk }) => {
			splunk.busy = 1;
		},
	});

	test('each event in Splunk carries its own time and all its fields', async () => {
		const [event] = await events();
		const sent = environment().splunk.events.find((one) => one.event.id === event.id);
		expect((sent?.time ?? 0) * 1000).toBe(Date.parse(event.created_at));
		expect(sent?.sourcetype).toBe('peoplelens:audit');
		expect(sent?.event.details).toEqual(event.details);
	});
	test('nothing was lost, although Splunk was busy at first', () => {
		expect(environment().splunk.busy).toBe(0);
	});
}
