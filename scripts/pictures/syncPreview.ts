import type { SandboxUser } from '../../sandbox';
import { NODE_TYPES } from '../../test/e2e/harness/nodeTypes';
import { activeOnes } from '../../test/e2e/harness/sandboxControl';
import { createWorkflow, pin, type WorkflowContent } from '../../test/e2e/harness/workflow';

const HR = 'People in HR';

/** The node that is shown. */
export const COMPARE = 'Compare with PeopleLens';

/** An HR system where two people have left, one has come, and one has another role. */
export function createSyncPreview(users: SandboxUser[]): WorkflowContent {
	const staff = activeOnes(users).filter(({ role }) => role !== 'Administrator');
	const list = staff.slice(2).map(({ email, first_name, last_name, role }) => ({
		...{ email, firstName: first_name, lastName: last_name, role },
	}));
	list[0].role = 'Recruiter' === list[0].role ? 'Interviewer' : 'Recruiter';
	list.unshift({
		email: 'grace.hopper@northwind.example',
		firstName: 'Grace',
		lastName: 'Hopper',
		role: 'HiringManager',
	});
	return createWorkflow({
		name: 'Sync with the HR system',
		nodes: [
			{ name: HR, type: NODE_TYPES.manualTrigger },
			{
				name: COMPARE,
				type: NODE_TYPES.peopleLens,
				parameters: {
					resource: 'user',
					operation: 'sync',
					mode: 'preview',
					email: '={{ $json.email }}',
					firstName: '={{ $json.firstName }}',
					lastName: '={{ $json.lastName }}',
					role: '={{ $json.role }}',
					deactivateExtra: true,
					options: {},
				},
			},
		],
		pinData: pin(HR, list),
	});
}
