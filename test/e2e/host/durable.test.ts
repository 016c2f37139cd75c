/** The scheduler that n8n uses from version 2.45 on: each poll is a task in the database. */
import { describeScheduler } from './describeScheduler';
import { EVERY_MINUTE } from './watchedWorkflow';

describeScheduler({
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
});
