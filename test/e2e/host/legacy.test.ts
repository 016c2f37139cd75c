/** The scheduler that n8n uses up to version 2.44: a cron in the process. */
import { describeScheduler, type Scheduler } from './describeScheduler';
import * as steps from './steps';
import { everyTenSeconds } from './watchedWorkflow';

const OLDER_WAY = 'begun at 503, older way';

const LEGACY: Scheduler = {
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

describeScheduler(LEGACY, {
	mayBeginEarly: [OLDER_WAY],
	describe: (played) => {
		test("a workflow may be activated in n8n's older way as well", async () => {
			const { environment, credential, workflows } = played();
			await environment.n8n.kill();
			await environment.makeEvents(10);
			await environment.start({ N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false' });
			await steps.publishWithWrongKey(environment);
			const options = { name: OLDER_WAY, credential, pollTimes: LEGACY.pollTimes };
			workflows.push(await steps.publishWhileDown(environment, options));
			await steps.assertDelivered(workflows);
		});
	},
});
