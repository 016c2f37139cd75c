/** What the workflows that keep the audit log somewhere have in common. */
import { eventually } from '../../harness/eventually';
import type { SandboxEvent } from '../../harness/sandboxControl';
import type { StoredWorkflow } from '../../harness/n8n/routes';
import { NEXT_POLL, type ExamplesEnvironment } from '../environment';
import type { Example } from '../example';

const EVENTS = 230;

interface Target {
	/** Such as Splunk. */
	name: string;
	/** What is kept there now. */
	stored: () => Promise<Array<{ id: string }>> | Array<{ id: string }>;
	/** Whether it takes an event that it has for a new one. */
	keepsCopies?: boolean;
	/** What a person does before the workflow is published. */
	prepare?: (environment: ExamplesEnvironment, workflow: StoredWorkflow) => Promise<void>;
}

/**
 * Lets events happen while the workflow is active, then tests its first step by hand, as people do:
 * that brings events which were delivered before.
 * @returns gives the events
 */
export function describeAuditLogDelivery(
	{ environment, workflow, inAdvance }: Example,
	{ name, stored, keepsCopies = false, prepare }: Target,
): () => Promise<SandboxEvent[]> {
	const events = inAdvance(async (opened, placed) => {
		await prepare?.(opened, placed);
		await opened.publish(placed);
		return await opened.sandbox.addEvents(EVENTS, { spreadMs: 5_000 });
	});
	const storedIds = async () => (await stored()).map(({ id }) => id);
	const copies = async () => {
		const ids = await storedIds();
		return (await events()).map(({ id }) => ids.filter((other) => other === id).length);
	};

	test(`every event is in ${name} once`, async () => {
		const arrived = async () => (await copies()).every((count) => count > 0);
		await eventually(`${EVENTS} events in ${name}`, arrived, NEXT_POLL);
		expect(new Set(await copies())).toEqual(new Set([1]));
	});
	const comesAgain = keepsCopies ? 'can be told by its ID' : 'is not there twice';
	test(`an event that comes to ${name} again ${comesAgain}`, async () => {
		const { rest } = environment();
		const { id } = await workflow();
		const fetched = await rest.executions.wait(await rest.workflows.run(id, 'New audit events'));
		expect(fetched.status).toBe('success');
		const hasCopy = async () => {
			const ids = await storedIds();
			return new Set(ids).size < ids.length;
		};
		if (!keepsCopies) expect(await hasCopy()).toBe(false);
		// The newest ones may be those of the next check: then that brings the second copy.
		else await eventually(`a copy in ${name}`, hasCopy, NEXT_POLL);
	});
	return events;
}

/** Waits for an execution of an active workflow that stopped. @returns why it stopped */
export async function reasonOfStop({ environment, workflow }: Example): Promise<string> {
	const { rest } = environment();
	const { id: workflowId } = await workflow();
	const { id } = await eventually(
		'an execution that stopped',
		async () => (await rest.executions.list({ workflowId, status: ['error'] })).at(0),
		NEXT_POLL,
	);
	return (await rest.executions.get(id)).data.resultData.error?.message ?? '';
}
