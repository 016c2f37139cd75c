import { checkForEvents } from '../../nodes/PeopleLens/trigger/pollAuditLog';
import { PLAIN } from '../reader/simulation/list';
import { type Exploration, explore, type Limits } from './explore';
import { type Model, watching } from './model';
import type { Trigger } from './runCheck';
import { durable, legacy, type Scheduler } from './schedulers';
import { beginning, type Bounds, NOTHING } from './world';

export const SCHEDULERS = {
	classic: legacy(true),
	'classic, n8n 1': legacy(false),
	durable,
} satisfies Record<string, Scheduler>;

export type SchedulerName = keyof typeof SCHEDULERS;

/** What may happen, and from where: a workflow that is yet to be activated, or one that watches. */
export interface Scenario {
	name: string;
	from: 'activation' | 'watching';
	bounds: Partial<Bounds>;
	schedulers?: SchedulerName[];
	/** Takes minutes: `FULL=1 npm run test:model` plays it, CI does not. */
	isLong?: boolean;
}

export const SMALL: Scenario[] = [
	{
		name: 'activation',
		from: 'activation',
		bounds: { events: 1, checks: 1, faults: 1 },
		schedulers: ['classic', 'classic, n8n 1'],
	},
	// Together with a regular check, which may begin before it is over, in the full model only.
	{
		name: 'activation',
		from: 'activation',
		bounds: { events: 1, faults: 1 },
		schedulers: ['durable'],
	},
	{ name: 'checks', from: 'watching', bounds: { events: 2, late: 1, checks: 2 } },
	{ name: 'crashes', from: 'watching', bounds: { events: 1, checks: 2, faults: 1, crashes: 1 } },
	{
		name: 'checks before the outcome is saved',
		from: 'watching',
		bounds: { events: 2, checks: 3, unsaved: 1 },
		schedulers: ['durable'],
	},
	{ name: 'edits', from: 'watching', bounds: { events: 1, checks: 1, renames: 1, filters: 1 } },
];

/** Five events are three pages of two rows. */
export const FULL: Scenario[] = [
	{
		name: 'activation',
		from: 'activation',
		bounds: { events: 2, late: 1, checks: 1, faults: 1, crashes: 1 },
		schedulers: ['classic'],
	},
	{
		name: 'activation',
		from: 'activation',
		bounds: { events: 1, checks: 1, faults: 1 },
		schedulers: ['durable'],
	},
	{
		name: 'five events without a fault',
		from: 'watching',
		bounds: { events: 5, late: 1, checks: 2 },
		schedulers: ['durable'],
	},
	{
		name: 'five events',
		from: 'watching',
		bounds: { events: 5, late: 1, checks: 2, faults: 1 },
		schedulers: ['durable'],
		isLong: true,
	},
	{
		name: 'five events',
		from: 'watching',
		bounds: { events: 5, late: 1, checks: 2 },
		schedulers: ['classic'],
		isLong: true,
	},
	{
		name: 'two crashes',
		from: 'watching',
		bounds: { events: 2, late: 1, checks: 3, faults: 1, crashes: 2 },
		schedulers: ['durable'],
	},
	{
		name: 'two crashes',
		from: 'watching',
		bounds: { events: 2, late: 1, checks: 3, faults: 1, crashes: 2 },
		schedulers: ['classic'],
		isLong: true,
	},
	{
		name: 'checks before the outcome is saved',
		from: 'watching',
		bounds: { events: 2, checks: 3, faults: 1, crashes: 1, unsaved: 2 },
		schedulers: ['durable'],
	},
	{
		name: 'edits',
		from: 'watching',
		bounds: { events: 2, checks: 1, renames: 1, filters: 1, activations: 1 },
	},
	{
		name: 'older data written back',
		from: 'watching',
		bounds: { events: 2, checks: 2, crashes: 1, writtenBack: 1 },
		schedulers: ['durable'],
	},
];

/** Pages of two rows, newest first. */
export const modelOf = (scheduler: SchedulerName, trigger: Trigger = checkForEvents): Model => ({
	trigger,
	scheduler: SCHEDULERS[scheduler],
	server: { ...PLAIN, pageCap: 2 },
});

/** Plays a scenario under one scheduler, with the package's own trigger or another one. */
export async function play(
	{ from, bounds }: Scenario,
	scheduler: SchedulerName,
	limits: Limits & { trigger?: Trigger } = {},
): Promise<Exploration> {
	const model = modelOf(scheduler, limits.trigger);
	const left = { ...NOTHING, ...bounds };
	const start = from === 'activation' ? beginning(left) : await watching(model, left);
	return await explore(model, start, limits);
}
