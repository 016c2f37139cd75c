/** How the trigger works off a backlog. */
import type { INodeParameters } from 'n8n-workflow';
import { delay } from '../../test/e2e/harness/node';
import { queryDatabase } from '../../test/e2e/harness/n8n/database';
import { outputOf, type ExecutionSummary } from '../../test/e2e/harness/n8n/execution';
import { publishOrFail, unpublish } from '../../test/e2e/harness/n8n/publication';
import { NODE_TYPES } from '../../test/e2e/harness/nodeTypes';
import { createWorkflow } from '../../test/e2e/harness/workflow';
import type { BenchEnvironment, BenchTenant } from './environment';
import { forgetPeak, isMeasurable, memory } from './process';
import { EVERY_SECOND } from './quiet';
import { atMost, tabulate, type Outcome } from './report';

const TRIGGER = 'PeopleLens Trigger';
const BACKLOG = 100_000;
const PER_POLL = 1000;

/** So long after the last delivery, nothing is left. */
const DRAINED_S = 10;

/** @returns undefined where processes can't be measured */
export async function benchTrigger(environment: BenchEnvironment): Promise<Outcome | undefined> {
	if (!isMeasurable) return undefined;
	const backlog = await drain(environment);
	return {
		title: 'The trigger works off a backlog',
		about: `100,000 events, listed newest first, at most ${PER_POLL.toLocaleString('en')} with each check, all of them delivered exactly once; answers take 20 ms. Checked once a second (n8n's users check once a minute or less often).`,
		...tabulate({ '': ([what]) => what, Measured: ([, value]) => value }, [
			['Checks', backlog.checks],
			['Requests', backlog.requests],
			['Time from the first request to the last', `${backlog.seconds} s`],
			["n8n's memory before", `${Math.round(backlog.before)} MB`],
			["n8n's memory at the peak", `${Math.round(backlog.peak)} MB`],
			['Largest state, saved by n8n', `${backlog.state} bytes`],
		]),
		goals: [atMost('requests', backlog.requests, (BACKLOG / 100) * 1.35)],
	};
}

async function createTriggerWorkflow(
	{ rest }: BenchEnvironment,
	{ credentials }: BenchTenant,
	parameters: INodeParameters,
): Promise<string> {
	const trigger = {
		name: TRIGGER,
		type: NODE_TYPES.peopleLensTrigger,
		parameters: { pollTimes: { item: EVERY_SECOND }, ...parameters },
		credentials,
	};
	const nodes = [trigger, { name: 'End', type: NODE_TYPES.noOp }];
	return (await rest.workflows.create(createWorkflow({ name: 'Trigger', nodes }))).id;
}

async function drain(environment: BenchEnvironment) {
	const { rest, pid } = environment;
	const tenant = await environment.openTenant({
		auditLogs: BACKLOG,
		behaviour: { latencyMs: 20 },
	});
	const workflowId = await createTriggerWorkflow(environment, tenant, {
		startFrom: 'date',
		startDate: '2020-01-01T00:00:00Z',
		options: { maxEvents: PER_POLL },
	});
	const before = memory(pid, 'VmRSS');
	forgetPeak(pid);
	await publishOrFail(rest, workflowId);
	const state = await waitUntilDrained(environment, workflowId);
	const peak = memory(pid, 'VmHWM');
	await unpublish(rest, workflowId);

	const executions = await rest.executions.listAll({ workflowId });
	await checkDeliveries(environment, executions);
	const end = Date.parse(executions[0].startedAt);
	const requests = (await tenant.requests()).data.filter(({ at }) => at <= end);
	await tenant.stop();
	const seconds = Math.round((end - requests[0].at) / 1000);
	return { checks: executions.length, requests: requests.length, seconds, before, peak, state };
}

/**
 * A poll delivers up to a page less than it may, so nobody knows how many it takes.
 * @returns the largest state meanwhile, in bytes
 */
async function waitUntilDrained(
	environment: BenchEnvironment,
	workflowId: string,
): Promise<number> {
	let state = 0;
	for (let [done, still] = [0, 0]; done === 0 || still < DRAINED_S; await delay(1000)) {
		const count = await environment.rest.executions.count({ workflowId });
		still = count === done ? still + 1 : 0;
		done = count;
		state = Math.max(state, await stateSize(environment, workflowId));
	}
	return state;
}

/** @throws {Error} when an event was lost or repeated */
async function checkDeliveries(
	{ rest }: BenchEnvironment,
	executions: ExecutionSummary[],
): Promise<void> {
	const ids: unknown[] = [];
	for (const { id } of executions) {
		ids.push(...outputOf(await rest.executions.get(id), TRIGGER).map((item) => item.id));
	}
	const distinct = new Set(ids).size;
	if (ids.length === BACKLOG && distinct === BACKLOG) return;
	throw new Error(
		`${ids.length} events were delivered, ${distinct} different ones, not ${BACKLOG}`,
	);
}

/** In bytes, as n8n keeps it in its database. */
async function stateSize(environment: BenchEnvironment, id: string): Promise<number> {
	const sql = `SELECT length(staticData) AS size FROM workflow_entity WHERE id = '${id}'`;
	const [row] = await queryDatabase<{ size: number | null }>(environment, sql);
	return row?.size ?? 0;
}
