import { aiAgent } from './stories/aiAgent.mjs';
import { alert } from './stories/alert.mjs';
import { elastic } from './stories/elastic.mjs';
import { onboarding } from './stories/onboarding.mjs';
import { postgres } from './stories/postgres.mjs';
import { splunk } from './stories/splunk.mjs';
import { userSync } from './stories/userSync.mjs';

/** What happens to each example, by the name of its file; needs: a part that may be missing. */
export const stories = {
	'ai-agent': { tell: aiAgent },
	'alert-on-deleted-candidates': { tell: alert },
	'audit-log-to-elastic': { tell: elastic },
	'audit-log-to-postgres': { tell: postgres, needs: 'postgres' },
	'audit-log-to-splunk': { tell: splunk },
	'nightly-user-sync': { tell: userSync },
	onboarding: { tell: onboarding },
};
