/** Candidates are deleted: some are reported by webhook, some in the audit log, some by both. */
import { eventually } from '../../harness/eventually';
import { NEXT_POLL, WEBHOOK_SECRET } from '../environment';
import type { Example } from '../example';
import { describeBulkDeletion } from './bulkDeletion';
import { HOSTILE_NAME, HOSTILE_NAME_IN_SLACK } from './hostileName';

/** Well below the time to the next poll, on a machine that does other things as well. */
const INSTANT = { timeout: 30_000 };

const deletion = (entityId: string) => ({
	action: 'CANDIDATE_DELETED',
	entity_type: 'candidate',
	entity_id: entityId,
});

export function describeInstantAndComplete(example: Example): void {
	const { environment, inAdvance } = example;
	const about = (id: string) =>
		environment().slack.messages.filter(
			({ channel, text }) => channel === '#hiring' && text.includes(id),
		);

	const sent = inAdvance(async ({ n8n, publish, instantTenant }, workflow) => {
		await publish(workflow);
		const { webhookId } = workflow.nodes.find(({ name }) => name === 'Sent by PeopleLens') ?? {};
		const url = `${n8n.url}/webhook/${webhookId}/webhook`;
		await instantTenant.setUpWebhooks({ url, secret: WEBHOOK_SECRET });
		const report = async (id: string) => {
			const data = { candidate_id: id };
			return await instantTenant.sendWebhook({ kind: 'candidate.deleted', data });
		};
		const deliveries = [...(await report('can-8001')), ...(await report('can-8002'))];
		deliveries.push(...(await report(HOSTILE_NAME)));
		await eventually('the reports by webhook', () => about('can-8002').length > 0, INSTANT);
		// The log tells of the first one as well, and of one whose webhook never came.
		await instantTenant.addEvents([deletion('can-8001'), deletion('can-8003')]);
		return deliveries;
	});

	test('a webhook is reported within moments, without waiting for a check', async () => {
		expect((await sent()).map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(about('can-8001')).toHaveLength(1);
	});
	test('an ID from outside calls nobody, is no link and makes no line of its own', async () => {
		await sent();
		await eventually('that report', () => about('evil.example').length > 0, INSTANT);
		expect(about('evil.example')[0].text).toMatch(`The candidate ${HOSTILE_NAME_IN_SLACK}`);
	});
	test('what no webhook has told comes from the audit log', async () => {
		await sent();
		await eventually('the report from the log', () => about('can-8003').length > 0, NEXT_POLL);
		expect(about('can-8003')).toHaveLength(1);
	});
	test('what both have told is reported once', () => {
		expect(about('can-8001')).toHaveLength(1);
		expect(about('can-8002')).toHaveLength(1);
	});
	describeBulkDeletion(example, {
		tenant: () => environment().instantTenant,
		channel: '#hiring',
		begun: sent,
	});
}
