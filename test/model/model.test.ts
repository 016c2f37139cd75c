import { IS_FULL, join, nodeProcess, readFileSync, repositoryRoot } from '../support/node';
import { BROKEN, IMPATIENT } from './broken';
import { KINDS } from './kinds';
import { FULL, play, SCHEDULERS, type SchedulerName, SMALL } from './scenarios';

/** A busy machine is no reason to fail. */
jest.setTimeout(3_600_000);

/** That of n8n 1 differs from the classic one of n8n 2 in a single point: CI plays it, too. */
const ALL = (Object.keys(SCHEDULERS) as SchedulerName[]).filter(
	(name) => IS_FULL || name !== 'classic, n8n 1',
);

const scenarios = [...SMALL, ...(IS_FULL ? FULL.filter(({ isLong }) => !isLong) : [])].flatMap(
	(scenario, size) =>
		(scenario.schedulers ?? ALL).map((scheduler) => ({
			title: `${size < SMALL.length ? 'small' : 'full'} model of ${scenario.name}, ${scheduler} scheduler`,
			scenario,
			scheduler,
		})),
);

it.each(scenarios)(
	'no order of events loses or repeats one: $title',
	async ({ title, scenario, scheduler }) => {
		const { found, states, transitions, depth, endings } = await play(scenario, scheduler);
		expect(found).toEqual([]);
		expect(endings).toBeGreaterThan(10);
		nodeProcess.stdout.write(`${title}: ${JSON.stringify({ states, transitions, depth })}\n`);
	},
);

const kinds = KINDS.flatMap((kind) =>
	(kind.scenario.schedulers ?? ALL).map((scheduler) => ({ ...kind, scheduler })),
);

it.each(kinds)(
	'the shortest way to break the promise is the one that the documentation names: $scenario.name, $scheduler scheduler',
	async ({ scenario, scheduler, violation, cause, without }) => {
		const { found } = await play(scenario, scheduler);
		const found1 = found.find((counterexample) => counterexample.violation === violation);
		expect(found1?.trace.join('\n')).toMatch(cause);
		const bounds = { ...scenario.bounds, ...without };
		expect((await play({ ...scenario, bounds }, scheduler)).found).toEqual([]);
	},
);

it('each named end of the promise is in the table for users', () => {
	const page = readFileSync(join(repositoryRoot, 'docs/how-the-trigger-works.md'), 'utf8');
	expect(KINDS.filter(({ row }) => !page.includes(row))).toEqual([]);
});

it.each(Object.keys(BROKEN))('a trigger is found out at once that %s', async (name) => {
	const bounds = { events: 2, checks: 2, faults: 1, crashes: 1 };
	const scenario = { name, from: 'watching', bounds } as const;
	const { found, states } = await play(scenario, 'classic', {
		trigger: BROKEN[name],
		stopAtFirst: true,
	});
	expect(found.map(({ violation }) => violation)).toHaveLength(1);
	expect(states).toBeLessThan(5000);
});

it('a trigger is found out at once that does not wait until n8n has saved', async () => {
	const bounds = { events: 1, checks: 2, unsaved: 1 };
	const scenario = { name: 'impatient', from: 'watching', bounds } as const;
	const { found } = await play(scenario, 'durable', { trigger: IMPATIENT, stopAtFirst: true });
	expect(found.map(({ violation }) => violation)).toEqual(['repeated']);
	expect(found[0].trace.join('\n')).toMatch(/begins 10 seconds later, before they are saved/);
});
