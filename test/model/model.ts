import type { ListBehaviour } from '../reader/simulation/list';
import { advance, type Progress, type Trigger } from './runCheck';
import { type Ending, finishSaving, newCheck, type Scheduler } from './schedulers';
import { answer } from './server';
import {
	type Answer,
	beginning,
	type Bounds,
	copyOf,
	type Process,
	type Published,
	type RunningCheck,
	type World,
} from './world';

export interface Model {
	trigger: Trigger;
	scheduler: Scheduler;
	server: ListBehaviour;
}

/** The workflow as a person makes it. */
export const FIRST: Published = { nodeName: 'A', narrow: false, elsewhere: false };

/** Between two checks, in ms; as long as the overlap. */
export const INTERVAL = 60_000;

/** A check begins; `world` is changed. */
export async function begin(
	model: Model,
	world: World,
	kind: RunningCheck['kind'],
	mode: RunningCheck['mode'],
): Promise<Ending[]> {
	const { process, published } = world;
	if (!process || !published) throw new Error('n8n is down, or nothing is published');
	const check = model.scheduler.begin(world, process, newCheck(kind, mode, published));
	process.checks.push(check);
	return await goOn(model, world, check, undefined);
}

/** The oldest request of a check is answered, or fails; `world` is changed. */
export async function answerCheck(
	model: Model,
	world: World,
	check: RunningCheck,
	fails = false,
): Promise<Ending[]> {
	const [request] = check.requests;
	const isFirst = check.answers.length === 0;
	return await goOn(
		model,
		world,
		check,
		fails ? { now: world.now } : answer(world, check.published, request, model.server, isFirst),
	);
}

async function goOn(model: Model, world: World, check: RunningCheck, next: Answer | undefined) {
	const process = world.process as Process;
	const { scheduler, trigger } = model;
	const live = scheduler.liveData(process, check);
	const progress = await advance(trigger, check, live, world.events, next, scheduler.isDurable);
	if (next) check.answers.push(next);
	check.requests = progress.requests;
	if (progress.tookOutcome) {
		for (const other of process.checks) {
			const { nodeName } = check.published;
			if (other !== check && !other.overtakenBy.includes(nodeName))
				other.overtakenBy.push(nodeName);
		}
	}
	if (progress.outcome === undefined) return [{ label: '', world }];
	return end(model, world, check, progress);
}

function end(
	{ scheduler }: Model,
	world: World,
	check: RunningCheck,
	progress: Progress,
): Ending[] {
	const process = world.process as Process;
	process.checks.splice(process.checks.indexOf(check), 1);
	const outcome = progress.outcome as NonNullable<Progress['outcome']>;
	if (check.kind === 'activation' && 'thrown' in outcome) throw outcome.thrown;
	const events = 'events' in outcome ? outcome.events : undefined;
	if (check.kind === 'activation' && !check.isDropped) world.start = 'over';
	const endings = scheduler.end(world, check, events);
	for (const ending of endings) forgetUnused(ending.world, scheduler);
	return endings;
}

/** n8n's workflow objects that nothing works with any more. */
function forgetUnused({ process }: World, { isDurable }: Scheduler): void {
	if (!process) return;
	const used = new Set(process.checks.map(({ workflow }) => workflow));
	if (!isDurable) used.add(process.workflows.length - 1);
	const kept = [...used].sort((a, b) => a - b);
	process.workflows = kept.map((place) => process.workflows[place]);
	for (const check of process.checks) check.workflow = kept.indexOf(check.workflow);
}

/** A workflow that was activated in a tenant without events, and is watching. */
export async function watching(model: Model, left: Bounds): Promise<World> {
	const world = { ...beginning(left), published: FIRST, start: 'begun' as const };
	return await finish(model, world, 'activation', 'activate');
}

/**
 * What comes when nothing more goes wrong: n8n is there, and checks until nothing is left.
 * @returns the world after that
 */
export async function calmDown(model: Model, world: World): Promise<World> {
	let calm = copyOf(world);
	calm.left = { ...calm.left, killsBetweenWrites: 0, crashes: 0 };
	finishSaving(calm);
	calm.now += INTERVAL;
	if (!calm.process) {
		calm.process = { workflows: [], checks: [] };
		if (!model.scheduler.isDurable) calm = await finish(model, calm, 'activation', 'init');
	}
	for (let quiet = 0; quiet < 2;) {
		const before = Object.values(calm.delivered).join();
		calm.now += INTERVAL;
		calm = await finish(model, calm, 'regular', 'update');
		quiet = Object.values(calm.delivered).join() === before ? quiet + 1 : 0;
		if (Object.values(calm.delivered).some((times) => times > 3)) break;
	}
	return calm;
}

/** A check from its beginning to its end, without a fault. */
async function finish(
	model: Model,
	world: World,
	kind: RunningCheck['kind'],
	mode: RunningCheck['mode'],
) {
	let [{ world: now }] = await begin(model, world, kind, mode);
	for (let check = now.process?.checks[0]; check; check = now.process?.checks[0]) {
		[{ world: now }] = await answerCheck(model, now, check);
	}
	return now;
}
