import { executeContext, pollContext } from '../support/n8n';

import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';

import { PeopleLens } from '../../nodes/PeopleLens/PeopleLens.node';
import { PeopleLensTrigger } from '../../nodes/PeopleLens/PeopleLensTrigger.node';
import {
	createInterface,
	join,
	nextTurn,
	nodeProcess,
	repositoryRoot,
	spawn,
	IS_FULL,
} from '../support/node';
import { impatient } from './settings';
import { API_KEY } from './stage';

/** The longest that an answer of 10 MB may keep n8n from everything else, in ms. */
const LONGEST_BLOCK = 200;

/** A busy machine adds to a measurement and never takes away from it, so the shortest counts. */
const ATTEMPTS = 3;

let baseUrl: string;
let stop: () => void;
let kinds: string[];

beforeAll(async () => {
	impatient({ timeoutMs: 20_000 });
	const program = spawn(nodeProcess.execPath, [
		'--import',
		'tsx',
		join(repositoryRoot, 'test/hostile/bigAnswers.ts'),
	]);
	stop = () => program.kill();
	const port = await new Promise<string>((resolve) =>
		createInterface(program.stdout).once('line', resolve),
	);
	baseUrl = `http://127.0.0.1:${port}`;
	kinds = (await axios.get<string[]>(`${baseUrl}/kinds`)).data;
}, 60_000);
afterAll(() => stop());

/** Each thing that asks PeopleLens for something, whatever comes of it. */
const ASKS: Record<string, () => Promise<unknown>> = {
	'Get Many users': async () => await run({ operation: 'getAll', returnAll: true }),
	'Get a user': async () =>
		await run({ operation: 'get', userId: { __rl: true, mode: 'id', value: 'usr-1' } }),
	'Deactivate a user': async () =>
		await run({ operation: 'deactivate', userId: { __rl: true, mode: 'id', value: 'usr-1' } }),
	'Create a user': async () =>
		await run({ operation: 'create', email: 'a@acme.example', firstName: 'A', lastName: 'B' }),
	'Get Many audit logs': async () =>
		await run({ resource: 'auditLog', operation: 'getAll', limit: 50 }),
	'a check of the trigger': async () => {
		const credentials = { baseUrl, apiKey: API_KEY };
		const trigger = new PeopleLensTrigger();
		const { context } = pollContext(trigger, { credentials });
		await trigger.poll.call(context);
	},
};

async function run(parameters: INodeParameters): Promise<void> {
	const credentials = { baseUrl, apiKey: API_KEY };
	const node = new PeopleLens();
	const context = executeContext(node, {
		credentials,
		parameters: { resource: 'user', ...parameters },
		onError: 'continueRegularOutput',
	});
	await node.execute.call(context);
}

/** Milliseconds of computing by this process, whatever others do on the same machine. */
function computed(): number {
	const { user, system } = nodeProcess.cpuUsage();
	return (user + system) / 1000;
}

/**
 * The longest time, in ms, during which nothing else could have run. Of two measures, the smaller:
 * time by the clock grows on a busy machine, and time of computing with other threads.
 */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
	let isDone = false;
	const working = work()
		.catch(() => undefined)
		.finally(() => (isDone = true));
	let longest = 0;
	let before = { clock: performance.now(), computed: computed() };
	while (!isDone) {
		await nextTurn();
		const now = { clock: performance.now(), computed: computed() };
		longest = Math.max(longest, Math.min(now.clock - before.clock, now.computed - before.computed));
		before = now;
	}
	await working;
	return longest;
}

describe.each(IS_FULL ? [200, 422, 500] : [200])(
	'an answer of 10 MB with the status %i',
	(status) => {
		it.each(Object.keys(ASKS).slice(0, IS_FULL ? undefined : 1))(
			'keeps n8n from its other work only for a moment: %s',
			async (ask) => {
				const blocks: Record<string, number> = {};
				let slowest = 0;
				for (const kind of kinds) {
					await axios.post(`${baseUrl}/answer`, { status, kind, key: API_KEY });
					let shortest = Infinity;
					for (let attempt = 0; attempt < ATTEMPTS && shortest > LONGEST_BLOCK; attempt++) {
						shortest = Math.min(shortest, await longestBlock(ASKS[ask]));
					}
					slowest = Math.max(slowest, shortest);
					if (shortest > LONGEST_BLOCK) blocks[kind] = Math.round(shortest);
				}
				nodeProcess.stdout.write(`${ask}, ${status}: at most ${Math.round(slowest)} ms\n`);
				expect(blocks).toEqual({});
			},
			300_000,
		);
	},
);
