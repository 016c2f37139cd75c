/** Hundreds of candidates are deleted at once, and Slack refuses a message. */
import { eventually } from '../../harness/eventually';
import type { SandboxControl } from '../../harness/sandboxControl';
import { NEXT_POLL } from '../environment';
import type { Example } from '../example';

const DELETED = 200;

/** So many are named; of the others, Slack gets the number. */
const NAMED = 30;

interface Bulk {
	/** Where they are deleted. */
	tenant: () => SandboxControl;
	/** Where it is told. */
	channel: string;
	/** Settles when the workflow is active. */
	begun: () => Promise<unknown>;
}

/** The test of workflows that tell Slack about deletions in the audit log. */
export function describeBulkDeletion(
	{ environment, workflow }: Example,
	{ tenant, channel, begun }: Bulk,
): void {
	const reports = () =>
		environment().slack.messages.filter(
			(message) => message.channel === channel && message.text.includes('bulk-'),
		);

	test('a bulk deletion is told once and counted whole, also when Slack refuses at first', async () => {
		await begun();
		const { slack, rest } = environment();
		slack.busy.set(channel, 1);
		await tenant().addEvents(
			Array.from({ length: DELETED }, (_, n) => ({
				action: 'CANDIDATE_DELETED',
				entity_type: 'candidate',
				entity_id: `bulk-${n}`,
			})),
		);
		await eventually('the report', () => reports().length > 0, NEXT_POLL);
		expect(slack.busy.get(channel)).toBe(0);

		const { id: workflowId } = await workflow();
		const [last] = await rest.executions.list({ workflowId });
		expect((await rest.executions.wait(last.id)).status).toBe('success');
		expect(reports()).toHaveLength(1);
		const lines = reports()[0].text.split('\n');
		expect(new Set(lines.slice(0, NAMED)).size).toBe(NAMED);
		expect(lines).toHaveLength(NAMED + 1);
		// Whatever else was deleted in that minute is counted as well.
		const more = Number(/^… and (\d+) more/.exec(lines[NAMED])?.[1]);
		expect(more).toBeGreaterThanOrEqual(DELETED - NAMED);
	});
}
