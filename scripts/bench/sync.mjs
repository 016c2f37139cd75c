/** A sync of 5,000 people, 50 of whom have no access yet, while 20 others still have it. */
import assert from 'node:assert/strict';
import { measure, median, peopleLens } from './run.mjs';

const PEOPLE = 5000;
const MISSING = 50;
const EXTRA = 20;

/** The list; each missing person looked up and invited; each other one deactivated. */
const FEWEST = 1 + 2 * MISSING + EXTRA;

const person = (n) => ({
	email: `person${n}@northwind.example`,
	first_name: 'Kay',
	last_name: `McNulty ${n}`,
	role: 'Interviewer',
});

const sync = peopleLens('user', 'sync', {
	mode: 'apply',
	email: '={{ $json.email }}',
	firstName: '={{ $json.first_name }}',
	lastName: '={{ $json.last_name }}',
	role: '={{ $json.role }}',
	deactivateExtra: true,
	options: { maxDeactivations: EXTRA },
});

/** @param {import('./stage.mjs').Stage} stage @param {number} rounds */
export async function benchSync(stage, rounds) {
	const list = Array.from({ length: PEOPLE }, (_, n) => person(n));
	const extra = Array.from({ length: EXTRA }, (_, n) => person(PEOPLE + n));
	const runs = [];
	for (let round = 0; round < rounds; round++) {
		const tenant = await stage.openTenant({ users: 0 });
		await tenant.addUsers([...list.slice(MISSING), ...extra]);
		await tenant.behave({ latencyMs: 20 });
		const first = await measure(stage, tenant, { ...sync, input: list });
		const second = await measure(stage, tenant, { ...sync, input: list });
		assert.equal(first.error, undefined);
		assert.equal(count(first, 'create', 'done'), MISSING);
		assert.equal(count(first, 'deactivate', 'done'), EXTRA);
		assert.equal(count(second, 'none', 'done'), PEOPLE);
		runs.push({ first, second });
		await tenant.stop();
	}
	const rows = ['first', 'second'].map((which) => ({
		which,
		ms: median(runs.map((run) => run[which].ms)),
		requests: Math.max(...runs.map((run) => run[which].requests.length)),
	}));
	return {
		name: 'sync',
		title: 'Sync of 5,000 people: 50 to invite, 20 to deactivate',
		about: `Each answer takes 20 ms. The fewest requests possible are ${FEWEST}: the list of users, 50 look-ups before 50 invitations, and 20 deactivations.`,
		columns: {
			'': ({ which }) => (which === 'first' ? 'Sync' : 'The same again'),
			Time: ({ ms }) => `${(ms / 1000).toFixed(1)} s`,
			Requests: ({ requests }) => requests,
		},
		rows,
		wanted: [
			[
				'requests',
				rows[0].requests,
				(value) => value <= FEWEST * 1.1,
				`≤ ${Math.floor(FEWEST * 1.1)}`,
			],
			['requests, again', rows[1].requests, (value) => value === 1, '1'],
		],
	};
}

const count = ({ items }, action, status) =>
	items.filter((item) => item.action === action && item.status === status).length;
