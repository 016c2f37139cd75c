/** n8n's two schedulers of polls: how each is chosen, and what differs under it. */
import { EVERY_MINUTE, everyTenSeconds, type WatchedOptions } from './watchedWorkflow';

export interface Scheduler {
	/** Of the scenario. */
	name: string;
	/** Settings of n8n that choose it. */
	env: Record<string, string>;
	/** How often workflows are polled; one is always polled once a minute. */
	pollTimes: NonNullable<WatchedOptions['pollTimes']>;
	/** When n8n is killed, counted from the beginning of a poll. */
	kills: { latencyMs: number; delaysMs: number[] };
	/** Whether polls run into one another when they take longer than the time between two. */
	overlaps: boolean;
	/** Whether n8n keeps its cursors in a table of their own. */
	hasCursors: boolean;
	/** Whether n8n waits for half an hour after a key was refused; activating again ends that. */
	waitsAfterRefusal: boolean;
}

/** The scheduler that n8n uses up to version 2.44: a cron in the process. */
export const LEGACY: Scheduler = {
	name: 'legacy',
	env: {},
	pollTimes: everyTenSeconds(),
	// In the middle of a poll. At its end, n8n writes cursor and execution one after the other: what
	// is killed in between is lost with this scheduler.
	kills: { latencyMs: 4000, delaysMs: [100, 100] },
	overlaps: true,
	hasCursors: false,
	waitsAfterRefusal: false,
};

/** The scheduler that n8n uses from version 2.45 on: each poll is a task in the database. */
export const DURABLE: Scheduler = {
	name: 'durable',
	// All four are needed: without the first, n8n warns and stays with the other scheduler.
	env: {
		N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
		N8N_SCHEDULER_ENABLED: 'true',
		N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
		N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
	},
	pollTimes: EVERY_MINUTE,
	// At the beginning, in the middle and at the end of a poll.
	kills: { latencyMs: 400, delaysMs: [100, 450, 1500] },
	overlaps: false,
	hasCursors: true,
	waitsAfterRefusal: true,
};
