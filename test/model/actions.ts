import { SAVED_WITHIN } from '../../nodes/PeopleLens/trigger/overlappingChecks';
import { answerCheck, begin, FIRST, INTERVAL, type Model } from './model';
import { type Ending, finishSaving, kill } from './schedulers';
import {
	type Bounds,
	copyOf,
	type Process,
	type Published,
	type RunningCheck,
	type World,
} from './world';

/** ms: how late an event may be seen, as the model sets the trigger's Overlap. */
const OVERLAP = 60_000;

/** ms: between two checks of a trigger whose poll times are 10 seconds apart. */
const SOON = 10_000;

interface Action {
	label: string;
	/** Changes the world, which is a copy. */
	run(world: World): Ending[] | Promise<Ending[]>;
}

/** All that can happen next, each with all that can come of it. */
export async function next(model: Model, world: World): Promise<Ending[]> {
	const endings: Ending[] = [];
	for (const { label, run } of actionsIn(model, world)) {
		for (const ending of await run(copyOf(world))) {
			const words = ending.label ? `${label}: ${ending.label}` : label;
			endings.push({ label: words, world: ending.world });
		}
	}
	return endings;
}

function actionsIn(model: Model, world: World): Action[] {
	const { process, published, left } = world;
	return [
		...eventActions(world),
		...(process ? hostActions(model, world, process) : restarts(model)),
		...(process?.checks ?? []).flatMap((check, index) => checkActions(model, left, check, index)),
		...(published ? edits(model, world) : [firstActivation(model)]),
		...rerun(model, world),
		...damages(world),
	];
}

const plain = (run: (world: World) => void) => (world: World) => {
	run(world);
	return [{ label: '', world }];
};

function spend(world: World, what: keyof Bounds): void {
	world.left[what]--;
}

function eventActions({ left, events, published }: World): Action[] {
	const appear = (late: number) =>
		plain((world) => {
			const number = world.events.length + 1;
			const isRefused = world.published?.narrow === true && number % 2 === 0;
			const due = { none: 'no', begun: 'open', over: isRefused ? 'open' : 'yes' } as const;
			world.events.push({ number, at: world.now - late, wanted: due[world.start] });
			spend(world, 'events');
		});
	const number = events.length + 1;
	const of = (what: keyof Bounds, run: (world: World) => Ending[]) => (world: World) => {
		spend(world, what);
		return run(world);
	};
	const unread = events.find(({ removed }) => !removed);
	return [
		...(left.events > 0 ? [{ label: `event ${number} appears`, run: appear(0) }] : []),
		...(left.events > 0 && left.late > 0
			? [
					{
						label: `event ${number} appears, late by all of the overlap`,
						run: of('late', appear(OVERLAP)),
					},
				]
			: []),
		...(left.events > 0 && left.tooLate > 0 && published
			? [
					{
						label: `event ${number} appears, later than the overlap allows`,
						run: of('tooLate', appear(5 * OVERLAP)),
					},
				]
			: []),
		...(unread && left.removed > 0
			? [
					{
						label: `PeopleLens removes event ${unread.number}`,
						run: of(
							'removed',
							plain((world) => (world.events[unread.number - 1].removed = true)),
						),
					},
				]
			: []),
	];
}

function hostActions(
	model: Model,
	{ now, published, left }: World,
	{ checks, unsaved }: Process,
): Action[] {
	const running = checks.filter(({ isDropped }) => !isDropped);
	const activating = running.some(({ kind }) => kind === 'activation');
	const regular = running.filter(({ kind }) => kind === 'regular').length;
	const { isDurable } = model.scheduler;
	const mayOverlap = isDurable ? regular === 0 : regular < 2 && !activating;
	const check = (label: string, change: (world: World) => void = () => undefined): Action => ({
		label,
		run: async (world) => {
			spend(world, 'checks');
			change(world);
			return await begin(model, world, 'regular', isDurable ? 'update' : 'activate');
		},
	});
	const mayCheck = published && left.checks > 0 && mayOverlap;
	return [
		...(unsaved ? [{ label: 'n8n has saved them', run: plain(finishSaving) }] : []),
		...(mayCheck && unsaved && now + SOON - unsaved.taken.at < SAVED_WITHIN
			? [
					check('a check begins 10 seconds later, before they are saved', (world) => {
						world.now += SOON;
					}),
				]
			: []),
		...(mayCheck && unsaved && left.slowToSave > 0
			? [
					check('a check begins a minute later, before they are saved', (world) => {
						spend(world, 'slowToSave');
						world.now += INTERVAL;
					}),
				]
			: []),
		...(mayCheck && !unsaved
			? [
					check(regular > 0 ? 'a second check begins' : 'a check begins', (world) => {
						// An activation that waits for so long would begin at another moment than "now".
						if (!activating) world.now += INTERVAL;
					}),
				]
			: []),
		...(left.crashes > 0
			? [{ label: 'n8n is killed', run: plain((world) => (spend(world, 'crashes'), kill(world))) }]
			: []),
	];
}

/** Durable: the check that was interrupted begins again, beside a regular one. */
function rerun(model: Model, { process, interrupted, left }: World): Action[] {
	if (!process || !interrupted || left.checks === 0) return [];
	return [
		{
			label: 'n8n runs the interrupted check again',
			run: async (world) => {
				spend(world, 'checks');
				world.interrupted = false;
				return await begin(model, world, 'regular', 'update');
			},
		},
	];
}

function restarts(model: Model): Action[] {
	const start = (world: World) => {
		world.now += INTERVAL;
		world.process = { workflows: [], checks: [] };
	};
	const { isDurable } = model.scheduler;
	return [
		{
			label: 'n8n is started again',
			run: async (world) => {
				start(world);
				if (!world.published) return [{ label: '', world }];
				// The durable scheduler knows the trigger still, and does not activate it.
				if (isDurable) return [{ label: '', world }];
				return await begin(model, world, 'activation', 'init');
			},
		},
	];
}

function checkActions(
	model: Model,
	left: Bounds,
	{ kind, isDropped }: RunningCheck,
	index: number,
): Action[] {
	const name = `${isDropped ? 'a dropped' : kind === 'activation' ? 'the activation' : 'a'} check ${index + 1}`;
	const inCopy = (world: World) => (world.process as Process).checks[index];
	return [
		{
			label: `${name} is answered`,
			run: async (world) => await answerCheck(model, world, inCopy(world)),
		},
		...(left.faults > 0
			? [
					{
						label: `${name} gets no answer`,
						run: async (world: World) => {
							spend(world, 'faults');
							if (world.start !== 'over' && world.left.outages === 0) allowOlder(world);
							return await answerCheck(model, world, inCopy(world), true);
						},
					},
				]
			: []),
		...(left.faults > 0 && model.scheduler.isDurable && kind === 'regular' && !isDropped
			? [
					{
						label: `${name} takes too long`,
						run: plain((world) => {
							spend(world, 'faults');
							inCopy(world).isDropped = true;
						}),
					},
				]
			: []),
	];
}

/** An outage while the workflow is activated: what was created within the overlap before may come. */
function allowOlder({ events, now }: World): void {
	for (const event of events) {
		if (event.wanted === 'no' && event.at >= now - 2 * OVERLAP) event.wanted = 'open';
	}
}

const firstActivation = (model: Model): Action => ({
	label: 'the workflow is activated',
	run: async (world) => {
		if (!world.process) return [];
		world.published = FIRST;
		world.start = 'begun';
		return await begin(model, world, 'activation', 'activate');
	},
});

/** A person changes the workflow and publishes it again. */
function edits(model: Model, { process, left, start }: World): Action[] {
	if (!process || start !== 'over' || process.checks.some(({ kind }) => kind === 'activation'))
		return [];
	const edit = (
		label: string,
		what: keyof Bounds,
		change: (published: Published, world: World) => void,
	): Action[] =>
		left[what] === 0
			? []
			: [
					{
						label,
						run: async (world) => {
							spend(world, what);
							const published = world.published as Published;
							change(published, world);
							const copy = copyOf(world);
							model.scheduler.supersede(world.process as Process);
							const polled = await begin(model, world, 'activation', 'update');
							// Without another schedule, the durable scheduler goes on as before.
							return model.scheduler.isDurable
								? [...polled, { label: 'without a check', world: copy }]
								: polled;
						},
					},
				];
	return [
		...edit('the node is renamed', 'renames', (published) => {
			published.nodeName = published.nodeName === 'A' ? 'B' : 'A';
		}),
		...edit('the filter is changed', 'filters', (published, world) => {
			published.narrow = !published.narrow;
			for (const event of world.events) {
				if (published.narrow && event.number % 2 === 0 && event.wanted === 'yes')
					event.wanted = 'open';
			}
		}),
		...edit('the workflow is published again', 'activations', () => undefined),
		...edit('the Base URL is changed', 'moves', (published) => {
			published.elsewhere = !published.elsewhere;
		}),
	];
}

/** What is done to n8n's database by others. */
function damages({ left, loaded, published }: World): Action[] {
	if (!published) return [];
	return [
		...(left.writtenBack > 0 && !loaded
			? [
					{
						label: 'an execution of the workflow begins that will write its static data',
						run: plain((world) => {
							spend(world, 'writtenBack');
							world.loaded = copyOf(world.database.blob);
						}),
					},
				]
			: []),
		...(loaded
			? [
					{
						label: 'that execution writes the static data back',
						run: plain((world) => {
							world.database.blob = copyOf(loaded);
							world.loaded = undefined;
						}),
					},
				]
			: []),
		...(left.damaged > 0
			? [
					{
						label: "part of what the trigger remembers is damaged in n8n's database",
						run: plain((world) => {
							spend(world, 'damaged');
							const text = JSON.stringify(world.database);
							world.database = JSON.parse(text.replaceAll(/"seen":"[^"]*"/g, '"seen":"?"'));
						}),
					},
				]
			: []),
		...(left.destroyed > 0
			? [
					{
						label: "what the trigger remembers is destroyed in n8n's database",
						run: plain((world) => {
							spend(world, 'destroyed');
							world.database = { blob: { nodes: {}, global: {} } };
						}),
					},
				]
			: []),
	];
}
