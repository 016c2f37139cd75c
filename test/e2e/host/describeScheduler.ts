/** What a trigger goes through in production; the same steps under each of n8n's schedulers. */
import { queryDatabase } from '../harness/n8n/database';
import { packedPackage } from '../harness/package';
import type { CredentialReference } from '../harness/workflow';
import { describeDeliveries } from './deliveryChecks';
import { openHostEnvironment, type HostEnvironment } from './environment';
import type { Scheduler } from './schedulers';
import * as steps from './steps';
import { createWatchedWorkflow, type WatchedWorkflow } from './watchedWorkflow';

/** What the steps after the common ones need. */
export interface Played {
	environment: HostEnvironment;
	/** For workflows that no key change disturbs. */
	credential: CredentialReference;
	workflows: WatchedWorkflow[];
}

interface Further {
	/** Names of workflows that the further steps publish while PeopleLens is down. */
	mayBeginEarly: string[];
	/** Declares steps that only this scheduler goes through. */
	describe: (played: () => Played) => void;
}

const NAMES = ['once a minute', 'key changes', 'deactivated', 'renamed'];

export function describeScheduler(scheduler: Scheduler, further?: Further): void {
	let played: Played;
	let changing: CredentialReference;

	beforeAll(async () => {
		const { name, env, pollTimes } = scheduler;
		const environment = await openHostEnvironment({
			name,
			env,
			tarball: await packedPackage('host'),
		});
		changing = await environment.addCredential('First key', environment.keys.first);
		const credential = await environment.addCredential('Steady key', environment.keys.steady);
		const workflows: WatchedWorkflow[] = [];
		for (const options of [
			{ name: NAMES[0], credential },
			{ name: NAMES[1], credential: changing, pollTimes },
			{ name: NAMES[2], credential, pollTimes },
			{ name: NAMES[3], credential, pollTimes },
		]) {
			workflows.push(await createWatchedWorkflow(environment, options));
		}
		played = { environment, credential, workflows };
	});
	afterAll(() => played?.environment.stop());

	/** Those polled often: after each step, they are waited for. */
	const often = () => {
		const [, busy, paused, renamed] = played.workflows;
		return { busy, paused, renamed, all: [busy, paused, renamed] };
	};
	const activateAgainIfNeeded = async (workflow: WatchedWorkflow) => {
		if (scheduler.waitsAfterRefusal) await steps.activateAgain(workflow);
	};

	test('workflows with the trigger are activated', async () => {
		await steps.beginAll(played.workflows);
	});
	test('events between the activation and the first poll arrive', async () => {
		const { environment, workflows } = played;
		await environment.makeEvents(40);
		await steps.assertDelivered(often().all);
		const cursors = await queryDatabase(environment, 'SELECT * FROM poller_state');
		expect(cursors).toHaveLength(scheduler.hasCursors ? workflows.length : 0);
	});
	test('no event is lost or repeated when n8n is killed in a burst of events', async () => {
		await steps.killInBurst(played.environment, scheduler.kills);
		await steps.assertDelivered(often().all);
	});
	if (scheduler.overlaps) {
		test('polls may take longer than the time between two of them', async () => {
			await steps.overlapPolls(played.environment, often().all);
		});
	}
	test('the key may be revoked and restored', async () => {
		const { busy, all } = often();
		await steps.revokeKey(played.environment, busy);
		await activateAgainIfNeeded(busy);
		await steps.assertDelivered(all);
	});
	test('another key may be put into the credential', async () => {
		const { busy, all } = often();
		await steps.rotateKey(played.environment, busy, changing);
		await activateAgainIfNeeded(busy);
		await steps.assertDelivered(all);
	});
	test('a workflow may be deactivated and activated again, events in between', async () => {
		const { paused } = often();
		await paused.unpublish();
		await played.environment.makeEvents(15);
		await paused.publish();
		await played.environment.makeEvents(15);
	});
	test('the node may be renamed while events come', async () => {
		const { renamed, all } = often();
		const stop = steps.startBurst(played.environment);
		await renamed.rename('Audit events');
		await stop();
		await steps.assertDelivered(all);
	});
	test('n8n may be started while PeopleLens is down', async () => {
		await steps.startWhileDown(played.environment, played.workflows);
		await steps.assertDelivered(often().all);
	});
	test('a workflow may be activated for the first time while PeopleLens answers 503', async () => {
		const { environment, credential, workflows } = played;
		const options = { name: DURING_503, credential, pollTimes: scheduler.pollTimes };
		const late = await steps.publishWhileDown(environment, options);
		workflows.push(late);
		await steps.assertDelivered([late]);
	});
	test('a wrong key refuses the activation with words', async () => {
		await steps.publishWithWrongKey(played.environment);
	});
	further?.describe(() => played);
	test('in the end every event has arrived', async () => {
		await steps.assertDelivered(played.workflows);
	});
	describeDeliveries({
		scenario: scheduler.name,
		workflows: () => played.workflows,
		names: NAMES,
		mayBeginEarly: [DURING_503, ...(further?.mayBeginEarly ?? [])],
	});
}

const DURING_503 = 'begun at 503';
