/** A server, or something before it, that sends its answers byte by byte, and repeats the key. */
import { readFileSync } from '../harness/node';
import { eventually } from '../harness/eventually';
import { packedPackage } from '../harness/package';
import { describeDeliveries } from './deliveryChecks';
import { openHostEnvironment, type HostEnvironment } from './environment';
import { assertDelivered, beginAll } from './steps';
import { createWatchedWorkflow, everyTenSeconds, type WatchedWorkflow } from './watchedWorkflow';

const NAME = 'hostile server';

/** As many characters of a key in a row as nobody may read anywhere. */
const PIECE = 8;

let environment: HostEnvironment;
let workflow: WatchedWorkflow;
let key: string;

beforeAll(async () => {
	environment = await openHostEnvironment({
		name: 'hostile-server',
		tarball: await packedPackage('host'),
		// The more n8n writes down, the better for finding a piece of the key in it.
		env: { N8N_LOG_LEVEL: 'debug' },
	});
	key = await environment.sandbox.rotateKey();
	environment.keys.second = key;
	const credential = await environment.addCredential('Key', key);
	const options = { name: NAME, credential, pollTimes: everyTenSeconds() };
	workflow = await createWatchedWorkflow(environment, options);
	await beginAll([workflow]);
});
afterAll(async () => await environment?.stop());

test('a server that trickles stops no further check of the trigger', async () => {
	const { sandbox } = environment;
	const { next } = await sandbox.requests();
	await sandbox.inject({ type: 'trickle', part: 'body' }, { times: null });
	await environment.makeEvents(20);
	const begun = async () => (await sandbox.requests(next)).data.length >= 4;
	await eventually('four requests', begun, { timeout: 120_000, interval: 1000 });
	await sandbox.forgetFaults();
	await assertDelivered([workflow]);
});
test('an event arrives although its check was answered with a refusal that holds the key', async () => {
	for (const length of [0, 360, 380, 390]) {
		const message = `${'x'.repeat(length)} ${key}`;
		await environment.sandbox.inject({ type: 'status', status: 422, message });
	}
	await environment.makeEvents(20);
	await assertDelivered([workflow]);
});
describeDeliveries({ scenario: NAME, workflows: () => [workflow], names: [NAME] });
test("no piece of the API key is in n8n's log or in a failed execution", async () => {
	const { failures } = await workflow.compare();
	expect(failures.length).toBeGreaterThan(0);
	await environment.stop();
	const texts = [readFileSync(environment.log('n8n'), 'utf8'), JSON.stringify(failures)];
	const pieces = Array.from({ length: key.length - PIECE + 1 }, (_, start) =>
		key.slice(start, start + PIECE),
	);
	const shown = pieces.filter((piece) => texts.some((text) => text.includes(piece)));
	expect(shown).toEqual([]);
});
