import { executeContext, pollContext } from '../support/n8n';

import axios from 'axios';
import type { INodeParameters } from 'n8n-workflow';

import { PeopleLens } from '../../nodes/PeopleLens/PeopleLens.node';
import { PeopleLensTrigger } from '../../nodes/PeopleLens/PeopleLensTrigger.node';
import { longestBlock } from '../support/eventLoop';
import {
	createInterface,
	everyNth,
	IS_FULL,
	join,
	nodeProcess,
	repositoryRoot,
	spawn,
} from '../support/node';
import { impatient } from './settings';
import { API_KEY } from './stage';

/** The longest that an answer of 10 MB may keep n8n from everything else, in ms. */
const LONGEST_BLOCK = 200;

/** Whoever ignores offsets gets asked for dozens of pages, and each large one is met by the same code. */
const LARGE_ANSWERS = 4;

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
	kinds = everyNth(8, (await axios.get<string[]>(`${baseUrl}/kinds`)).data);
}, 60_000);
afterAll(() => stop());

const CANDIDATE = {
	resource: 'candidate',
	candidateId: { __rl: true, mode: 'id', value: 'usr-1' },
};

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
	'Get a candidate': async () => await run({ ...CANDIDATE, operation: 'get' }),
	'Update a candidate': async () =>
		await run({ ...CANDIDATE, operation: 'update', updateFields: { status: 'hired' } }),
	'Get Many candidates': async () =>
		await run({ resource: 'candidate', operation: 'getAll', returnAll: true }),
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

describe.each(IS_FULL ? [200, 422, 500] : [200])(
	'an answer of 10 MB with the status %i',
	(status) => {
		it.each(Object.keys(ASKS).slice(0, IS_FULL ? undefined : 1))(
			'an answer of 10 MB keeps n8n from its other work only for a moment: %s',
			async (ask) => {
				const blocks: Record<string, number> = {};
				let slowest = 0;
				for (const kind of kinds) {
					const work = async () => {
						const answer = { status, kind, key: API_KEY, times: LARGE_ANSWERS };
						await axios.post(`${baseUrl}/answer`, answer);
						// Whatever comes of it.
						await ASKS[ask]().catch(() => undefined);
					};
					const block = await longestBlock(LONGEST_BLOCK, work);
					slowest = Math.max(slowest, block);
					if (block >= LONGEST_BLOCK) blocks[kind] = Math.round(block);
				}
				nodeProcess.stdout.write(`${ask}, ${status}: at most ${Math.round(slowest)} ms\n`);
				expect(blocks).toEqual({});
			},
			300_000,
		);
	},
);
