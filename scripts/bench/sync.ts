/** A sync of 5,000 people, 50 of whom have no access yet, while 20 others still have it. */
import type { BenchEnvironment } from './environment';
import { tabulate, type Outcome } from './report';
import { measure, median, peopleLens, type Measurement } from './run';

const PEOPLE = 5000;
const MISSING = 50;
const EXTRA = 20;

/** The list; each missing person looked up and invited; each other one deactivated. */
const FEWEST = 1 + 2 * MISSING + EXTRA;

const person = (n: number) => ({
	email: `person${n}@northwind.example`,
	first_name: 'Kay',
	last_name: `McNulty ${n}`,
	role: 'Interviewer',
});

const SYNC = peopleLens('user', 'sync', {
	mode: 'apply',
	email: '={{ $json.email }}',
	firstName: '={{ $json.first_name }}',
	lastName: '={{ $json.last_name }}',
	role: '={{ $json.role }}',
	deactivateExtra: true,
	options: { maxDeactivations: EXTRA },
});

export async function benchSync(environment: BenchEnvironment, rounds: number): Promise<Outcome> {
	const list = Array.from({ length: PEOPLE }, (_, n) => person(n));
	const extra = Array.from({ length: EXTRA }, (_, n) => person(PEOPLE + n));
	const runs: Array<[first: Measurement, second: Measurement]> = [];
	for (let round = 0; round < rounds; round++) {
		const tenant = await environment.openTenant({ users: 0 });
		await tenant.addUsers([...list.slice(MISSING), ...extra]);
		await tenant.behave({ latencyMs: 20 });
		const first = await measure(environment, tenant, { ...SYNC, input: list });
		const second = await measure(environment, tenant, { ...SYNC, input: list });
		expectCount(first, 'create', MISSING);
		expectCount(first, 'deactivate', EXTRA);
		expectCount(second, 'none', PEOPLE);
		runs.push([first, second]);
		await tenant.stop();
	}
	return describe(['Sync', 'The same again'].map((name, index) => summarize(name, runs, index)));
}

function summarize(name: string, runs: Measurement[][], index: number) {
	const mine = runs.map((run) => run[index]);
	return {
		name,
		ms: median(mine.map(({ ms }) => ms)),
		requests: Math.max(...mine.map(({ requests }) => requests.length)),
	};
}

function expectCount({ items, error }: Measurement, action: string, expected: number): void {
	const done = items.filter((item) => item.action === action && item.status === 'done').length;
	if (error) throw new Error(`The sync stopped: ${error.message}`);
	if (done !== expected) throw new Error(`${done} times "${action}", not ${expected}`);
}

function describe(rows: Array<ReturnType<typeof summarize>>): Outcome {
	const most = FEWEST * 1.1;
	return {
		title: 'Sync of 5,000 people: 50 to invite, 20 to deactivate',
		about: `Each answer takes 20 ms. The fewest requests possible are ${FEWEST}: the list of users, 50 look-ups before 50 invitations, and 20 deactivations.`,
		...tabulate(
			{
				'': ({ name }) => name,
				Time: ({ ms }) => `${(ms / 1000).toFixed(1)} s`,
				Requests: ({ requests }) => requests,
			},
			rows,
		),
		goals: [
			{
				what: 'requests',
				value: rows[0].requests,
				isMet: (value) => value <= most,
				goal: `≤ ${Math.floor(most)}`,
			},
			{
				what: 'requests, again',
				value: rows[1].requests,
				isMet: (value) => value === 1,
				goal: '1',
			},
		],
	};
}
