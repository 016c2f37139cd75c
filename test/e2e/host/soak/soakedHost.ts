/** An n8n with this package's triggers under load for as long as one likes. */
import { eventually } from '../../harness/eventually';
import { compareDeliveries, type Comparison } from '../deliveries';
import type { Scheduler } from '../schedulers';
import { activateAgain, assertPublished, beginAll } from '../steps';
import { createWatchedWorkflow, everyTenSeconds, type WatchedWorkflow } from '../watchedWorkflow';
import { judge } from '../webhookDeliveries';
import { publishWebhookWorkflow } from '../webhookWorkflow';
import { ExecutionLog } from './executionLog';
import { openLoad, repeat, SAMPLE_MS } from './load';

/** A check that failed often is made again only some minutes later by the durable scheduler. */
const CATCH_UP_MS = 8 * 60_000;

export type SoakedHost = Awaited<ReturnType<typeof openSoakedHost>>;

export async function openSoakedHost(scheduler: Scheduler) {
	const load = await openLoad(scheduler.name, scheduler.env);
	const { environment, credential, webhooks } = load;
	const pollTimes = everyTenSeconds();
	const workflows = [
		await createWatchedWorkflow(environment, { name: 'once a minute', credential }),
		await createWatchedWorkflow(environment, { name: 'every 10 s', credential, pollTimes }),
	];
	const executions = new ExecutionLog(environment, (await publishWebhookWorkflow(environment)).id);

	const compare = ({ id }: WatchedWorkflow): Comparison =>
		compareDeliveries(environment.made, executions.polled(id));

	async function play(minutes: number): Promise<void> {
		await beginAll(workflows);
		const reading = repeat(Date.now() + minutes * 60_000, SAMPLE_MS, () => executions.read());
		const playing = load.play(minutes, async ({ refusesKey }) => {
			await assertPublished(workflows);
			if (!refusesKey || !scheduler.waitsAfterRefusal) return;
			for (const workflow of workflows) await activateAgain(workflow);
		});
		await Promise.all([reading, playing]);
		await eventually('all events', hasAll, { timeout: CATCH_UP_MS, interval: 5000 }).catch(() => {
			// Which ones are missing says the comparison.
		});
	}

	async function hasAll(): Promise<boolean> {
		await executions.read();
		return workflows.every((workflow) => compare(workflow).lost.length === 0);
	}

	return {
		...load,
		workflows,
		play,
		compare,
		webhookOutcome: () => judge(webhooks, executions.received),
		requests: async () => (await environment.sandbox.requests()).data,
	};
}
