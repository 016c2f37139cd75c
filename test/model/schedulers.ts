import isEqual from 'lodash/isEqual';

import type { StaticData } from '../../nodes/PeopleLens/trigger/copies';
import { loadState } from '../../nodes/PeopleLens/trigger/stateStore';
import { tenantOf } from '../../nodes/PeopleLens/trigger/tenant';
import { baseUrlOf, type LiveData, nodeCalled } from './runCheck';
import {
	copyOf,
	type Process,
	type Published,
	type RunningCheck,
	type Taken,
	type World,
} from './world';

/** One way in which n8n goes on after a check, with what happened as words. */
export interface Ending {
	label: string;
	world: World;
}

/** What differs between n8n's two schedulers. Read in n8n 2.41.1 and 1.85.4; see docs/upstream. */
export interface Scheduler {
	isDurable: boolean;
	/** Lays out the data for a check that begins now. */
	begin(
		world: World,
		process: Process,
		check: Omit<RunningCheck, 'began' | 'workflow'>,
	): RunningCheck;
	/** The data that the check works on. */
	liveData(process: Process, check: RunningCheck): LiveData;
	/** n8n publishes the workflow again: what becomes of the checks that run. */
	supersede(process: Process): void;
	/** Keeps the outcome of a check that has ended. */
	end(world: World, check: RunningCheck, events: number[] | undefined): Ending[];
}

const dataOf = (process: Process, { workflow, published }: RunningCheck): StaticData =>
	(process.workflows[workflow].data.nodes[published.nodeName] ??= {});

function liveWorkflow(process: Process, check: RunningCheck, node: StaticData): LiveData {
	const workflow = process.workflows[check.workflow];
	return {
		node,
		workflow: workflow.data.global,
		onChange: () => {
			workflow.changed = true;
		},
	};
}

/** n8n has ended: all that is in memory is gone. */
export function kill(world: World): void {
	world.interrupted ||= world.process?.checks.some(({ kind }) => kind === 'regular') ?? false;
	world.process = undefined;
}

function saveWorkflow(world: World, check: RunningCheck): void {
	const workflow = world.process?.workflows[check.workflow];
	if (!workflow?.changed) return;
	world.database.blob = copyOf(workflow.data);
	workflow.changed = false;
}

function deliver(world: World, events: number[]): void {
	for (const event of events) world.delivered[event] = (world.delivered[event] ?? 0) + 1;
}

/** Durable: the execution and the cursor of a check that has ended are in the database. */
export function finishSaving(world: World): void {
	const { unsaved } = world.process ?? {};
	if (!unsaved) return;
	if (unsaved.cursor) world.database.cursor = unsaved.cursor;
	deliver(world, unsaved.events);
	delete world.process?.unsaved;
}

/** What a check that has ended has made the trigger remember. */
function takenBy({ node, published }: RunningCheck, at: number): Taken {
	const { nodeName } = published;
	const { state } = loadState(
		{ node: node?.staged ?? {}, workflow: {}, ...nodeCalled(nodeName) },
		tenantOf(baseUrlOf(published)),
	);
	if (!state) throw new Error('A check that has found events remembers nothing');
	return { nodeName, at, saves: { tenant: state.tenant, revision: state.revision } };
}

/** The same world in several futures. */
function futures(
	world: World,
	...ways: Array<false | { label: string; change: (world: World) => void }>
) {
	return ways.flatMap((way) => {
		if (!way) return [];
		const copy = copyOf(world);
		way.change(copy);
		return [{ label: way.label, world: copy }];
	});
}

/**
 * One object of static data from an activation to the next. It is saved with an execution, but on
 * its own, and around an activation.
 *
 * @param dropsSuperseded whether the outcome of a check is dropped when the workflow was published
 *   again meanwhile: n8n 2 does, n8n 1 doesn't
 */
export const legacy = (dropsSuperseded: boolean): Scheduler => ({
	isDurable: false,
	begin(world, process, check) {
		if (check.kind === 'activation') {
			process.workflows.push({ data: copyOf(world.database.blob), changed: false });
		}
		const begun = {
			...check,
			workflow: process.workflows.length - 1,
			began: { now: world.now, node: {}, workflow: {} },
		};
		begun.began.node = copyOf(dataOf(process, begun));
		begun.began.workflow = copyOf(process.workflows[begun.workflow].data.global);
		return begun;
	},
	liveData: (process, check) => liveWorkflow(process, check, dataOf(process, check)),
	supersede(process) {
		for (const check of process.checks) check.isDropped ||= dropsSuperseded;
	},
	end(world, check, events) {
		if (check.isDropped) return [{ label: 'n8n drops its outcome', world }];
		if (!events?.length) {
			if (check.kind === 'activation') saveWorkflow(world, check);
			return [{ label: events ? 'it has nothing' : 'it fails', world }];
		}
		const mayDie = world.left.killsBetweenWrites > 0;
		const die = dieAfter('killsBetweenWrites');
		const label = `it delivers ${events.join()}`;
		return futures(
			world,
			{
				label,
				change: (copy) => {
					saveWorkflow(copy, check);
					deliver(copy, events);
				},
			},
			mayDie && {
				label: `${label}; n8n is killed between writing the execution and what the trigger remembers`,
				change: die((copy) => deliver(copy, events)),
			},
			mayDie && {
				label: `${label}; n8n is killed between writing what the trigger remembers and the execution`,
				change: die((copy) => saveWorkflow(copy, check)),
			},
		);
	},
});

/** n8n does a part of what it was about to do, and is killed. */
function dieAfter(counted: 'killsBetweenWrites' | 'crashes') {
	return (change: (world: World) => void) => (copy: World) => {
		copy.left[counted]--;
		change(copy);
		kill(copy);
	};
}

/** A copy of the data for each check; the node's is saved in one transaction with the execution. */
export const durable: Scheduler = {
	isDurable: true,
	begin(world, process, check) {
		const { blob, cursor = {} } = world.database;
		process.workflows.push({ data: copyOf(blob), changed: false });
		return {
			...check,
			workflow: process.workflows.length - 1,
			node: { seed: copyOf(cursor), staged: copyOf(cursor) },
			began: {
				now: world.now,
				node: copyOf(cursor),
				workflow: copyOf(blob.global),
				taken: process.unsaved?.taken,
			},
		};
	},
	liveData: (process, check) => liveWorkflow(process, check, check.node?.staged ?? {}),
	/** A check that runs goes on and counts. */
	supersede: () => undefined,
	end(world, check, events) {
		if (check.isDropped) return [{ label: 'n8n has given it up', world }];
		const isChanged = !isEqual(check.node?.seed, check.node?.staged);
		const saveCursor = (copy: World) => {
			if (isChanged) copy.database.cursor = copyOf(check.node?.staged);
		};
		if (!events?.length) {
			if (check.kind === 'activation') saveWorkflow(world, check);
			else if (events) saveCursor(world);
			return [{ label: events ? 'it has nothing' : 'it fails', world }];
		}
		const transaction = (copy: World) => {
			saveCursor(copy);
			deliver(copy, events);
		};
		const mayDie = world.left.crashes > 0;
		const die = dieAfter('crashes');
		const label = `it delivers ${events.join()}`;
		return futures(
			world,
			{
				label,
				change: (copy) => {
					transaction(copy);
					saveWorkflow(copy, check);
				},
			},
			world.left.unsaved > 0 && {
				label: `it would deliver ${events.join()}; n8n has begun to save them`,
				change: (copy) => {
					copy.left.unsaved--;
					(copy.process as Process).unsaved = {
						events,
						...(isChanged && { cursor: copyOf(check.node?.staged) }),
						taken: takenBy(check, copy.now),
					};
					saveWorkflow(copy, check);
				},
			},
			mayDie && {
				label: `${label}; n8n is killed before it has saved the workflow's data`,
				change: die(transaction),
			},
			mayDie && {
				label: `it would deliver ${events.join()}; n8n is killed when only the workflow's data are saved`,
				change: die((copy) => saveWorkflow(copy, check)),
			},
		);
	},
};

export const newCheck = (
	kind: RunningCheck['kind'],
	mode: RunningCheck['mode'],
	published: Published,
): Omit<RunningCheck, 'began' | 'workflow'> => ({
	kind,
	mode,
	published: { ...published },
	answers: [],
	requests: [],
	overtakenBy: [],
	isDropped: false,
});
