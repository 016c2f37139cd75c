/**
 * A sync of 5,000 people, 50 of whom have no access yet, while 20 others still have it: with the
 * people from the input items, and mapped by expressions, as n8n's Edit Fields maps them.
 */
import type { INodeParameters } from 'n8n-workflow';
import type { NodeToRun } from '../../test/e2e/harness/n8n/runNode';
import { NODE_TYPES } from '../../test/e2e/harness/nodeTypes';
import type { BenchEnvironment, BenchTenant } from './environment';
import { atMost, tabulate, type Outcome } from './report';
import { measure, median, peopleLens, type Measurement } from './run';

const PEOPLE = 5000;
const MISSING = 50;
const EXTRA = 20;

/** The list; each missing person looked up and invited; each other one read and deactivated. */
const FEWEST = 1 + 2 * MISSING + 2 * EXTRA;

const person = (n: number) => ({
	email: `person${n}@northwind.example`,
	first_name: 'Kay',
	last_name: `McNulty ${n}`,
	role: 'Interviewer',
});
const LIST = Array.from({ length: PEOPLE }, (_, n) => person(n));

const sync = (people: INodeParameters): NodeToRun => ({
	...peopleLens('user', 'sync', {
		mode: 'apply',
		deactivateExtra: true,
		options: { maxDeactivations: EXTRA },
		...people,
	}),
	input: LIST,
});

const BY_INPUT = sync({ people: 'input' });
const BY_FIELDS = sync({
	people: 'fields',
	email: '={{ $json.email }}',
	firstName: '={{ $json.first_name }}',
	lastName: '={{ $json.last_name }}',
	role: '={{ $json.role }}',
});

/** The same four expressions, and nothing else. */
const EDIT_FIELDS: NodeToRun = {
	type: NODE_TYPES.editFields,
	typeVersion: 3.4,
	input: LIST,
	parameters: {
		mode: 'manual',
		assignments: {
			assignments: Object.keys(person(0)).map((name) => ({
				id: name,
				name,
				type: 'string',
				value: `={{ $json.${name} }}`,
			})),
		},
		options: {},
	},
};

interface Round {
	inputFirst: Measurement;
	inputAgain: Measurement;
	fieldsFirst: Measurement;
	fieldsAgain: Measurement;
	editFields: Measurement;
}

export async function benchSync(environment: BenchEnvironment, rounds: number): Promise<Outcome> {
	const runs: Round[] = [];
	for (let round = 0; round < rounds; round++) {
		const [inputFirst, inputAgain] = await syncTwice(environment, BY_INPUT);
		const [fieldsFirst, fieldsAgain, editFields] = await syncTwice(
			environment,
			BY_FIELDS,
			EDIT_FIELDS,
		);
		if (editFields.items.length !== PEOPLE) throw new Error('Edit Fields gave other items');
		runs.push({ inputFirst, inputAgain, fieldsFirst, fieldsAgain, editFields });
	}
	return describe(runs);
}

/** On a tenant of its own, right before what it is compared with. */
async function syncTwice(environment: BenchEnvironment, node: NodeToRun, ...others: NodeToRun[]) {
	const tenant = await openTenant(environment);
	const first = await measure(environment, tenant, node);
	const again = await measure(environment, tenant, node);
	expectCount(first, 'create', MISSING);
	expectCount(first, 'deactivate', EXTRA);
	expectCount(again, 'none', PEOPLE);
	const measured = [first, again];
	for (const other of others) measured.push(await measure(environment, tenant, other));
	await tenant.stop();
	return measured;
}

async function openTenant(environment: BenchEnvironment): Promise<BenchTenant> {
	const tenant = await environment.openTenant({ users: 0 });
	const extra = Array.from({ length: EXTRA }, (_, n) => person(PEOPLE + n));
	await tenant.addUsers([...LIST.slice(MISSING), ...extra]);
	await tenant.behave({ latencyMs: 20 });
	return tenant;
}

function expectCount({ items, error }: Measurement, action: string, expected: number): void {
	const done = items.filter((item) => item.action === action && item.status === 'done').length;
	if (error) throw new Error(`The sync stopped: ${error.message}`);
	if (done !== expected) throw new Error(`${done} times "${action}", not ${expected}`);
}

function describe(runs: Round[]): Outcome {
	const ms = (which: keyof Round) => median(runs.map((run) => run[which].ms));
	const requests = (which: keyof Round) =>
		Math.max(...runs.map((run) => run[which].requests.length));
	const rows: Array<[string, keyof Round]> = [
		['People from the input items', 'inputFirst'],
		['The same again', 'inputAgain'],
		['People mapped by expressions', 'fieldsFirst'],
		['The same again', 'fieldsAgain'],
		['Edit Fields with the same four expressions', 'editFields'],
	];
	const most = FEWEST * 1.1;
	const ratio = median(runs.map((run) => run.fieldsAgain.cpuMs / run.editFields.cpuMs));
	return {
		title: 'Sync of 5,000 people: 50 to invite, 20 to deactivate',
		about: `Each answer takes 20 ms. The fewest requests possible are ${FEWEST}: the list of users, 50 look-ups before 50 invitations, and 20 people read once more before they are deactivated. Against Edit Fields, the CPU time of n8n is compared.`,
		...tabulate(
			{
				'': ([name]) => name,
				Time: ([, which]) => `${(ms(which) / 1000).toFixed(2)} s`,
				Requests: ([, which]) => requests(which),
			},
			rows,
		),
		goals: [
			atMost('seconds from the input items', ms('inputFirst') / 1000, 2),
			atMost('again', ms('inputAgain') / 1000, 0.6),
			atMost('mapped, again, against Edit Fields', ratio, 1.2),
			atMost('requests', requests('inputFirst'), most),
			atMost('requests, again', requests('inputAgain'), 1),
		],
	};
}
