import { describeScheduler } from './describeScheduler';
import { LEGACY } from './schedulers';
import * as steps from './steps';

const OLDER_WAY = 'begun at 503, older way';

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
