/** The webhook trigger in queue mode: a webhook process, a main instance and two workers. */
import { FORGERIES } from '../../../sandbox/webhook/signing';
import type { Delivery } from '../../../sandbox/webhook/sender';
import { startN8n, type RunningN8n } from '../harness/n8n/start';
import { delay, join } from '../harness/node';
import { log } from '../harness/log';
import { installPackage } from '../harness/package';
import { filesContaining } from '../harness/secrets';
import { describeQueueMode, openQueueMode, type QueueMode } from './queueMode';
import { assertAnswered, judge, logTimes, QUEUED_DELIVERIES } from './webhookDeliveries';
import {
	executionsOf,
	publishWebhookWorkflow,
	settledExecutions,
	WEBHOOK_SECRET,
	type MadeExecution,
} from './webhookWorkflow';

const SETTINGS = { EXECUTIONS_DATA_PRUNE: 'false', N8N_EXPRESSION_ENGINE: 'legacy' };

describeQueueMode('queue mode with a webhook process', () => {
	let queueMode: QueueMode;
	let receiver: RunningN8n;
	let workflow: { id: string; path: string };
	const sent: Delivery[] = [];
	/** As they were first seen: n8n empties an execution whose worker died. */
	const known = new Map<string, MadeExecution>();

	beforeAll(async () => {
		queueMode = await openQueueMode('webhook-queue', SETTINGS);
		const { environment, env, tarball } = queueMode;
		const userFolder = join(environment.folder, 'webhook');
		await installPackage(userFolder, tarball, environment.log('webhook'));
		const options = { userFolder, log: environment.log('webhook'), env };
		receiver = await startN8n(environment.host, { ...options, command: 'webhook' });
		workflow = await publishWebhookWorkflow(environment);
		await sendTo(receiver);
	});
	afterAll(async () => {
		await receiver?.stop();
		await queueMode?.stop();
	});

	const sendTo = async ({ url }: RunningN8n) => {
		await queueMode.environment.sandbox.setUpWebhooks({ url: `${url}${workflow.path}` });
	};
	const send = async (share: { repeatedShare?: number; forgedShare?: number } = {}) => {
		const { sandbox } = queueMode.environment;
		const count = QUEUED_DELIVERIES;
		const report = await sandbox.sendWebhooks({ count, concurrency: 50, ...share });
		sent.push(...report.deliveries);
		return report;
	};
	const ask = (sql: string) => queueMode.postgres.query<never>(sql);
	const remember = (executions: MadeExecution[]) => {
		for (const execution of executions) {
			const { body, keys } = known.get(execution.id) ?? execution;
			known.set(execution.id, { ...execution, body: execution.body ?? body, keys });
		}
	};
	const compare = async () => {
		remember(await settledExecutions(workflow.id, ask));
		return judge(sent, [...known.values()]);
	};
	const COMPLETE = { lost: [], repeated: [], forged: [], emptied: 0 };

	test('every accepted event reaches one execution on a worker, no forged or repeated one does', async () => {
		const report = await send({ repeatedShare: 0.1, forgedShare: 0.05 });
		logTimes('queue mode, 50 at a time', report);
		assertAnswered(report);
		expect(await compare()).toMatchObject(COMPLETE);
		for (const worker of queueMode.workers) expect(worker.started().length).toBeGreaterThan(0);
	});
	test('a worker and the main instance may be killed in the middle: nothing that was accepted is missing', async () => {
		const { environment, workers } = queueMode;
		const [worker] = workers;
		const burst = send({ repeatedShare: 0.1 });
		await delay(1500);
		await worker.kill();
		remember(await executionsOf(workflow.id, ask));
		await environment.n8n.kill();
		await burst;
		await worker.start();
		await environment.start();
		expect(await compare()).toMatchObject(COMPLETE);
		const ended = [...known.values()].filter(({ status }) => status !== 'success');
		log(`        ${ended.length} executions of the killed worker did not come to their end`);
	});
	test('an event that comes to two processes makes two executions: each knows its own deliveries only', async () => {
		const { environment } = queueMode;
		const event = { kind: 'job.closed', data: { job_id: 'job_1', title: 'X', status: 'closed' } };
		const before = known.size;
		await environment.sandbox.holdClock();
		for (const process of [receiver, environment.n8n]) {
			await sendTo(process);
			const deliveries = await environment.sandbox.sendWebhook({ ...event, times: 2 });
			expect(deliveries.map(({ status }) => status)).toEqual([200, 200]);
		}
		remember(await settledExecutions(workflow.id, ask));
		expect(known.size - before).toBe(2);
	});
	test('neither the secret nor a signature is in the database or a log of queue mode', async () => {
		const dump = await queueMode.postgres.dump();
		expect(dump).toContain('peopleLensWebhookTrigger');
		expect(dump.toLowerCase()).not.toContain('x-peoplelens-signature');
		expect(dump).not.toContain(WEBHOOK_SECRET);
		expect(filesContaining(queueMode.environment.folder, [WEBHOOK_SECRET])).toEqual([]);
		expect(sent.some(({ signing }) => FORGERIES.includes(signing))).toBe(true);
	});
});
