import type { Saved } from '../../nodes/PeopleLens/trigger/overlappingChecks';
import type { StaticData } from '../../nodes/PeopleLens/trigger/copies';

/**
 * Everything that decides how the trigger, n8n and PeopleLens go on from a moment: plain JSON, so
 * that two moments with the same future can be told to be the same.
 */
export interface World {
	/** ms since the epoch; all clocks are right here. Wrong ones: test/poller/simulation. */
	now: number;
	events: ModelEvent[];
	/** Of each event, by its number, to how many stored executions it was handed. */
	delivered: Record<number, number>;
	/** The workflow as it was last published. */
	published?: Published;
	/** How far the very first activation is. */
	start: 'none' | 'begun' | 'over';
	database: Database;
	/** Undefined while n8n is down. */
	process?: Process;
	/** Durable scheduler: n8n was killed during a check, which it will run again. */
	interrupted: boolean;
	/** Another execution of the workflow has loaded these static data, and will write them back. */
	loaded?: Blob;
	/** What may still happen, and how often. */
	left: Bounds;
}

export interface ModelEvent {
	number: number;
	/** `created_at`, in ms since the epoch. */
	at: number;
	/** Whether it has to be delivered, must not be, or may. */
	wanted: 'yes' | 'no' | 'open';
	/** PeopleLens no longer lists it. */
	removed?: boolean;
}

export interface Published {
	nodeName: string;
	/** Only events with an odd number pass the filter. */
	narrow: boolean;
	/** Which of two tenants the credential names. */
	elsewhere: boolean;
}

/** The workflow's static data: one blob for all nodes and the workflow. */
export interface Blob {
	nodes: Record<string, StaticData>;
	global: StaticData;
}

export interface Database {
	blob: Blob;
	/** Durable scheduler: the node's own data. */
	cursor?: StaticData;
}

export interface Process {
	/** n8n's workflow objects. Legacy: one for each activation. Durable: one for each check. */
	workflows: WorkflowObject[];
	checks: RunningCheck[];
	/** Durable: what the check before found, and n8n has begun to save. */
	unsaved?: { events: number[]; cursor?: StaticData; taken: Taken };
}

/** What the trigger in this process knows of an outcome that is not saved yet. */
export interface Taken {
	nodeName: string;
	/** ms since the epoch. */
	at: number;
	saves: Saved;
}

export interface WorkflowObject {
	data: Blob;
	/** n8n saves the data only then: one of their own keys was assigned. */
	changed: boolean;
}

/** A check that waits for an answer: all that it was given so far, from which it is run again. */
export interface RunningCheck {
	kind: 'activation' | 'regular';
	mode: 'activate' | 'init' | 'update';
	published: Published;
	/** Its place in `workflows`. */
	workflow: number;
	/** Durable: its own copy of the node's data, and what that was when it began. */
	node?: { seed: StaticData; staged: StaticData };
	/** What it met when it began. */
	began: { now: number; node: StaticData; workflow: StaticData; taken?: Taken };
	answers: Answer[];
	/** What it waits for, the oldest first. */
	requests: ModelRequest[];
	/** The names under which others have taken their outcome since it began. */
	overtakenBy: string[];
	/** n8n no longer waits for it. */
	isDropped: boolean;
}

export interface ModelRequest {
	action?: string;
	since?: string;
	limit: number;
	offset: number;
}

/** What came back for the oldest request, and when. */
export interface Answer {
	now: number;
	/** The numbers of the events on the page; undefined for a fault. */
	page?: { rows: number[]; total?: number; serverTime: number };
}

/** How often each thing may happen in one trace. */
export interface Bounds {
	events: number;
	/** Of them: how many appear later than they were created, by all of the overlap. */
	late: number;
	checks: number;
	faults: number;
	crashes: number;
	/** Durable: how often the next check comes 10 seconds later, and n8n has not saved the outcome yet. */
	unsaved: number;
	renames: number;
	filters: number;
	/** Published again, with nothing changed. */
	activations: number;
	/** What docs/how-the-trigger-works.md names as the end of the promise: see kinds.ts. */
	tooLate: number;
	removed: number;
	killsBetweenWrites: number;
	slowToSave: number;
	writtenBack: number;
	moves: number;
	destroyed: number;
	damaged: number;
	/** Not how often: whether what an outage at the activation lets through counts as a violation. */
	outages: number;
}

export const NOTHING: Bounds = {
	events: 0,
	late: 0,
	checks: 0,
	faults: 0,
	crashes: 0,
	unsaved: 0,
	renames: 0,
	filters: 0,
	activations: 0,
	tooLate: 0,
	removed: 0,
	killsBetweenWrites: 0,
	slowToSave: 0,
	writtenBack: 0,
	moves: 0,
	destroyed: 0,
	damaged: 0,
	outages: 0,
};

const BEGINNING = Date.parse('2026-03-01T10:00:00.000Z');

export const NODE_ID = 'trigger-node';

/** An empty tenant, and n8n with a workflow that was never published. */
export function beginning(left: Bounds): World {
	return {
		now: BEGINNING,
		events: [],
		delivered: {},
		start: 'none',
		database: { blob: { nodes: {}, global: {} } },
		process: { workflows: [], checks: [] },
		interrupted: false,
		left,
	};
}

export const copyOf = <T>(value: T): T =>
	value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T);

/** A later moment that is the same but for the time has the same future: times count from now. */
export function keyOf(world: World): string {
	const { now, ...rest } = world;
	return JSON.stringify(rest, (_key, value: unknown) => {
		if (typeof value === 'number' && value > 1e12) return `now${value - now}`;
		return typeof value === 'string' && ISO.test(value) ? `now${Date.parse(value) - now}` : value;
	});
}

const ISO = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
