/** The workflow that PeopleLens itself starts. Only the sandbox can reach an n8n on this computer. */
import { eventually } from '../../test/e2e/harness/eventually';
import { finalOutputOf, type Execution } from '../../test/e2e/harness/n8n/execution';
import { publishOrFail } from '../../test/e2e/harness/n8n/publication';
import type { Rest } from '../../test/e2e/harness/n8n/rest';
import { NODE_TYPES } from '../../test/e2e/harness/nodeTypes';
import type { RunningSandbox } from '../../test/e2e/harness/sandbox';
import { UserFacingError } from '../../test/e2e/harness/userFacingError';
import type { DemoWorkflow } from './content';

export const HIRING_EVENTS = 'peoplelensHiringEvents';

/** What the sandbox signs with. */
export const WEBHOOK_SECRET = 'dummy-webhook-example';

/**
 * Enters the workflow's Production URL into the sandbox's settings. A workflow that was just made is
 * published; later on it is its user's.
 */
export async function setUpWebhooks(
	rest: Rest,
	sandbox: RunningSandbox,
	workflows: DemoWorkflow[],
): Promise<void> {
	const { nodes } = await rest.workflows.get(HIRING_EVENTS);
	const trigger = nodes.find(({ type }) => type === NODE_TYPES.peopleLensWebhookTrigger);
	const url = `${rest.url}/webhook/${trigger?.webhookId}/webhook`;
	await sandbox.setUpWebhooks({ url, secret: WEBHOOK_SECRET });
	const isNew = workflows.some(({ id, isNew: justMade }) => id === HIRING_EVENTS && justMade);
	if (isNew) await publishOrFail(rest, HIRING_EVENTS);
}

/**
 * Lets PeopleLens send an event, and waits for the execution that it starts.
 * @throws {UserFacingError} when n8n does not accept it
 */
export async function sendHiringEvent(rest: Rest, sandbox: RunningSandbox): Promise<Execution> {
	const newest = async () => (await rest.executions.list({ workflowId: HIRING_EVENTS }))[0]?.id;
	const before = await newest();
	const [{ status, answer }] = await sandbox.sendWebhook({ kind: 'candidate.stage_changed' });
	if (status !== 200) {
		throw new UserFacingError(`n8n did not accept an event: it answered ${status}, ${answer}`, {
			fix: 'If the workflow about hiring events is inactive, publish it in the editor.',
		});
	}
	const id = await eventually('an execution', async () => {
		const now = await newest();
		return now !== before && now;
	});
	return await rest.executions.wait(id);
}

/** @returns what the workflow made of the event, in words */
export const messageIn = (execution: Execution): string =>
	String(finalOutputOf(execution)[0]?.message);
