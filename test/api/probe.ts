import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

import { openApi } from '../../nodes/PeopleLens/api/client';
import type { Api, ApiScope } from '../../nodes/PeopleLens/api/client';
import { listAuditLogs } from '../../nodes/PeopleLens/api/auditLogs';
import type { RetryPolicy } from '../../nodes/PeopleLens/api/http/retry';
import { inviteUser } from '../../nodes/PeopleLens/api/invitation';
import { deactivateUser, getUser, listUsers } from '../../nodes/PeopleLens/api/users';

/** Retries at once, so that the tests need not wait. */
export const QUICK: Partial<RetryPolicy> = { backoffMs: 0 };

/** The same for a server that does not answer at all. On a busy machine, answers take their time. */
export const HASTY: Partial<RetryPolicy> = { ...QUICK, timeoutMs: 300 };

/** Each call of the API, for tables of tests. */
export const CALLS = {
	getUser: (api: Api) => getUser(api, 'usr-1'),
	listUsers: (api: Api) => listUsers(api, { limit: 10 }),
	inviteUser: (api: Api) =>
		inviteUser(api, { email: 'new@acme.example', firstName: 'New', lastName: 'Person' }),
	deactivateUser: (api: Api) => deactivateUser(api, 'usr-1'),
	listAuditLogs: (api: Api) => listAuditLogs(api, { limit: 10, offset: 0 }),
};

export type CallName = keyof typeof CALLS;

/** A node that does nothing but one piece of work with the API, once for each input item. */
export function probe(
	work: (api: Api, context: IExecuteFunctions) => Promise<unknown>,
	scope: ApiScope = {},
	policy: Partial<RetryPolicy> = QUICK,
): INodeType {
	return {
		description: {
			displayName: 'Probe',
			name: 'probe',
			group: ['transform'],
			version: 1,
			description: 'Works with the API',
			defaults: {},
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: 'peopleLensApi', required: true }],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			const items = this.getInputData().map(async (_, itemIndex) => ({
				json: { result: await work(openApi(this, scope, policy).forItem(itemIndex), this) },
			}));
			return [(await Promise.all(items)) as []];
		},
	};
}
