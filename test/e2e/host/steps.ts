/** What happens to a trigger in production, step by step. */
import { eventually } from '../harness/eventually';
import { hasStatus } from '../harness/n8n/restError';
import { delay } from '../harness/node';
import { rethrow } from '../harness/userFacingError';
import type { CredentialReference } from '../harness/workflow';
import type { HostEnvironment } from './environment';
import { assertUserMessage } from './userMessages';
import {
	createWatchedWorkflow,
	type WatchedOptions,
	type WatchedWorkflow,
} from './watchedWorkflow';

const LOGS = '/api/v1/audit-logs';
const KEY_REFUSED = /did not accept the API key/;

/** Waits until every event made so far has reached these workflows. */
export async function assertDelivered(workflows: WatchedWorkflow[]): Promise<void> {
	await Promise.all(workflows.map((workflow) => workflow.caughtUp()));
}

export async function beginAll(workflows: WatchedWorkflow[]): Promise<void> {
	for (const workflow of workflows) {
		const { status, refusal } = await workflow.begin();
		expect({ status, refusal }).toEqual({ status: 'published', refusal: undefined });
	}
}

export async function activateAgain(workflow: WatchedWorkflow): Promise<void> {
	await workflow.unpublish();
	const { status, refusal } = await workflow.publish();
	expect({ status, refusal }).toEqual({ status: 'published', refusal: undefined });
}

/** Events without end, some every moment. @returns ends it */
export function startBurst(
	environment: HostEnvironment,
	{ count = 3, everyMs = 250 } = {},
): () => Promise<void> {
	let going = true;
	const burst = (async () => {
		for (; going; await delay(everyMs)) await environment.makeEvents(count);
	})();
	return async () => {
		going = false;
		await burst;
	};
}

/** Waits until the sandbox receives a request for audit logs. */
async function nextPoll({ sandbox }: HostEnvironment): Promise<void> {
	let { next } = await sandbox.requests();
	const hasCome = async () => {
		const { data, next: end } = await sandbox.requests(next);
		next = end;
		return data.some(({ path }) => path === LOGS);
	};
	await eventually('n8n to poll PeopleLens', hasCome, { timeout: 120_000, interval: 10 });
}

/**
 * n8n is killed again and again while events come.
 * @param latencyMs for each request of a poll
 * @param delaysMs after the beginning of a poll, one for each kill
 */
export async function killInBurst(
	environment: HostEnvironment,
	{ latencyMs, delaysMs }: { latencyMs: number; delaysMs: number[] },
): Promise<void> {
	const stop = startBurst(environment);
	await environment.sandbox.behave({ latencyMs });
	for (const delayMs of delaysMs) {
		await nextPoll(environment);
		await delay(delayMs);
		await environment.n8n.kill();
		await environment.start();
	}
	await environment.sandbox.behave({ latencyMs: 0 });
	await stop();
}

/** n8n's legacy scheduler begins a poll although the one before it is still under way. */
export async function overlapPolls(
	environment: HostEnvironment,
	workflows: WatchedWorkflow[],
): Promise<void> {
	const failures = async () =>
		(await Promise.all(workflows.map((workflow) => workflow.compare()))).flatMap(
			(comparison) => comparison.failures,
		);
	const before = (await failures()).length;
	await environment.sandbox.behave({ latencyMs: 7000 });
	for (let second = 0; second < 40; second++) {
		await environment.makeEvents(10);
		await delay(1000);
	}
	await environment.sandbox.behave({ latencyMs: 0 });
	await assertDelivered(workflows);
	expect((await failures()).slice(before)).toEqual([]);
}

/** The key stops being valid, and is restored later. */
export async function revokeKey(
	environment: HostEnvironment,
	workflow: WatchedWorkflow,
): Promise<void> {
	await environment.sandbox.revokeKey();
	await environment.makeEvents(20);
	const error = await workflow.failure();
	expect(error.message).toMatch(KEY_REFUSED);
	assertUserMessage(error);
	await environment.sandbox.restoreKey();
	await environment.makeEvents(10);
}

/** A new key takes the place of the old one: in PeopleLens first, and later in the credential. */
export async function rotateKey(
	environment: HostEnvironment,
	workflow: WatchedWorkflow,
	credential: CredentialReference,
): Promise<void> {
	const key = await environment.sandbox.rotateKey();
	environment.keys.second = key;
	await environment.makeEvents(20);
	expect((await workflow.failure()).message).toMatch(KEY_REFUSED);
	await environment.changeKey(credential, key);
	await environment.makeEvents(10);
}

/** n8n starts while nothing answers at PeopleLens's address, for longer than n8n tries. */
export async function startWhileDown(
	environment: HostEnvironment,
	workflows: WatchedWorkflow[],
): Promise<void> {
	await environment.n8n.kill();
	await environment.proxy.shut();
	await environment.makeEvents(20);
	await environment.start();
	await delay(20_000);
	await assertPublished(workflows);
	await environment.proxy.open();
	await environment.makeEvents(10);
}

export async function assertPublished(workflows: WatchedWorkflow[]): Promise<void> {
	for (const { name, status } of await Promise.all(workflows.map(statusOf))) {
		expect({ name, status }).toEqual({ name, status: 'published' });
	}
}

const statusOf = async (workflow: WatchedWorkflow) => ({
	name: workflow.name,
	status: await workflow.status(),
});

/** A workflow is published for the first time while PeopleLens answers 503. */
export async function publishWhileDown(
	environment: HostEnvironment,
	options: WatchedOptions,
): Promise<WatchedWorkflow> {
	const workflow = await createWatchedWorkflow(environment, options);
	await environment.sandbox.inject({ type: 'status', status: 503 }, { times: null });
	const { status, refusal } = await workflow.begin();
	await environment.makeEvents(10);
	await environment.sandbox.forgetFaults();
	expect({ status, refusal }).toEqual({ status: 'published', refusal: undefined });
	return workflow;
}

/** Somebody publishes with a key that isn't valid, and reads what to do. */
export async function publishWithWrongKey(environment: HostEnvironment): Promise<void> {
	const credential = await environment.addCredential('Wrong key', 'dummy-wrong-key-example');
	const workflow = await createWatchedWorkflow(environment, { name: 'refused', credential });
	const { status, refusal = '' } = await workflow.begin().catch((error: unknown) => ({
		status: 'failed',
		// n8n's older way of activating refuses the request itself.
		refusal: hasStatus(error, 400) ? error.explanation : rethrow(error),
	}));
	expect(status).toBe('failed');
	expect(refusal).toMatch(KEY_REFUSED);
	assertUserMessage({ message: refusal });
}
