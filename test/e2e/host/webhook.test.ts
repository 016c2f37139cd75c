/** The webhook trigger in production: one n8n with SQLite, bursts, a crash, and a flood of forgeries. */
import axios from 'axios';
import { createHmac } from 'crypto';
import type { BurstReport } from '../../../sandbox/webhook/burst';
import type { Delivery } from '../../../sandbox/webhook/sender';
import { ENCODINGS } from '../../../sandbox/webhook/signing';
import { queryDatabase } from '../harness/n8n/database';
import { delay, readFileSync } from '../harness/node';
import { packedPackage } from '../harness/package';
import { filesContaining } from '../harness/secrets';
import { openHostEnvironment, type HostEnvironment } from './environment';
import { assertAnswered, DELIVERIES, judge, logTimes } from './webhookDeliveries';
import {
	publishLongWorkflow,
	publishWebhookWorkflow,
	settledExecutions,
	WEBHOOK_SECRET,
	type MadeExecution,
} from './webhookWorkflow';

const MIXED = { repeatedShare: 0.1, forgedShare: 0.05 };

/** n8n's default costs it some 90 ms for each delivery, and this one some 15. */
const CHEAP_EXPRESSIONS = { N8N_EXPRESSION_ENGINE: 'legacy' };

let environment: HostEnvironment;
let workflow: { id: string };
/** All that was sent so far. */
const sent: Delivery[] = [];

beforeAll(async () => {
	environment = await openHostEnvironment({
		name: 'webhook',
		tarball: await packedPackage('host'),
		// n8n would remove all but the newest 10,000.
		env: { EXECUTIONS_DATA_PRUNE: 'false' },
	});
	workflow = await publishWebhookWorkflow(environment);
});
afterAll(() => environment?.stop());

async function send(options: Parameters<HostEnvironment['sandbox']['sendWebhooks']>[0]) {
	const report = await environment.sandbox.sendWebhooks(options);
	sent.push(...report.deliveries);
	return report;
}

const executions = (): Promise<MadeExecution[]> =>
	settledExecutions(workflow.id, (sql) => queryDatabase(environment, sql));

/** How many executions there are, of whatever workflow and however they ended. */
const countExecutions = async (): Promise<number> => {
	const sql = 'SELECT COUNT(*) AS count FROM execution_entity';
	return (await queryDatabase<{ count: number }>(environment, sql))[0].count;
};

async function assertComplete(): Promise<void> {
	const { accepted, ...wrong } = judge(sent, await executions());
	expect(accepted).toBeGreaterThan(0);
	expect(wrong).toEqual({ lost: [], repeated: [], forged: [], emptied: 0 });
}

test("every accepted event reaches one execution, with n8n's own settings", async () => {
	const report = await send({ count: DELIVERIES / 10, concurrency: 10, ...MIXED });
	logTimes("10 at a time, n8n's own settings", report);
	expect(report.repeated).toBeGreaterThan(0);
	assertAnswered(report);
	await assertComplete();
});
test('n8n may be killed in the middle: no event that was answered with 200 is missing', async () => {
	const burst = send({ count: DELIVERIES, concurrency: 10 });
	await delay(3000);
	await environment.n8n.kill();
	const { statuses } = await burst;
	expect(statuses).toMatchObject({ 200: expect.any(Number), none: expect.any(Number) });
	await environment.start(CHEAP_EXPRESSIONS);
	await assertComplete();
});
test('50 deliveries at a time: each accepted event once, no forged one, nothing for a repeated one', async () => {
	const before = await countExecutions();
	const report = await send({ count: DELIVERIES, concurrency: 50, reordered: true, ...MIXED });
	logTimes('50 at a time, N8N_EXPRESSION_ENGINE=legacy', report);
	assertAnswered(report);
	await assertComplete();
	const unanswered = report.statuses.none ?? 0;
	expect((await countExecutions()) - before - report.events).toBeLessThanOrEqual(unanswered);
});
test('a flood of forged deliveries makes no execution, fills no log, and keeps nobody waiting', async () => {
	const before = await countExecutions();
	const linesBefore = logLines().length;
	let flooded = false;
	const flood = send({ count: DELIVERIES, concurrency: 50, forgedShare: 1 }).finally(() => {
		flooded = true;
	});
	const others: Delivery[] = [];
	while (!flooded) {
		const { status } = await axios.get(`${environment.n8n.url}/rest/settings`, { proxy: false });
		expect(status).toBe(200);
		others.push(...(await environment.sandbox.sendWebhook({ kind: 'candidate.created' })));
	}
	const report: BurstReport = await flood;
	logTimes('forged, 50 at a time', report);
	expect(report).toMatchObject({ forged: DELIVERIES, unexpected: 0 });
	sent.push(...others);
	expect(others.some(({ status }) => status === 200)).toBe(true);
	await assertComplete();
	expect((await countExecutions()) - before).toBeLessThanOrEqual(others.length);
	expect(logLines().slice(linesBefore).length).toBeLessThanOrEqual(60);
});
test('where n8n runs one execution at a time, a delivery that has to wait for it starts one, sent again or not', async () => {
	await environment.n8n.kill();
	await environment.start({ ...CHEAP_EXPRESSIONS, N8N_CONCURRENCY_PRODUCTION_LIMIT: '1' });
	const begin = await publishLongWorkflow(environment, 20);
	await begin();
	const deliveries = await environment.sandbox.sendWebhook({ kind: 'job.closed', times: 2 });
	expect(deliveries.map(({ status }) => status)).toEqual([null, 503]);
	sent.push(...deliveries);
	const [{ body }] = deliveries;
	expect((await executions()).filter((made) => made.body === body)).toHaveLength(1);
	await assertComplete();
});
test('the comparison notices an event that is missing, repeated, or not from PeopleLens', async () => {
	const [first, ...rest] = await executions();
	expect(judge(sent, rest).lost).toEqual([first.body]);
	expect(judge(sent, [first, first, ...rest]).repeated).toEqual([first.body]);
	expect(judge(sent, [{ ...first, body: 'forged' }, ...rest]).forged).toEqual(['forged']);
});
test('neither the secret nor a signature is in a log, the database, or an item', async () => {
	const signatures = sent.filter((_, index) => index % 100 === 0).flatMap(signaturesOf);
	expect(signatures.length).toBeGreaterThan(10);
	expect(filesContaining(environment.folder, [WEBHOOK_SECRET, ...signatures])).toEqual([]);
	const items = (await executions()).flatMap(({ keys }) => keys);
	expect([...new Set(items)].sort()).toEqual(['data', 'event', 'receivedAt', 'timestamp']);
});

/** Without what n8n itself writes when a caller hangs up, as the sandbox does after 5 seconds. */
function logLines(): string[] {
	const lines = readFileSync(environment.log('n8n'), 'utf8').split('\n');
	return lines.filter((line) => line !== '' && !line.endsWith(': aborted'));
}

function signaturesOf({ body }: Delivery): string[] {
	const digest = createHmac('sha256', WEBHOOK_SECRET).update(body).digest();
	return ['hex', 'hex-capitals', 'base64', 'base64url'].map((form) => ENCODINGS[form](digest));
}
