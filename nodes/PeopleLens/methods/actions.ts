import startCase from 'lodash/startCase';
import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { listAuditLogs, textOf } from '../api/auditLogs';
import { openApi } from '../api/client';
import { DOCUMENTED_ACTIONS } from '../fields/actions';
import { readRows } from '../reader/read';
import { chosenValues } from './chosenValues';

/** How many of the newest audit logs are looked through for the tenant's own actions. */
const RECENT_LOGS = 300;

/**
 * Lists the actions of the tenant's recent audit logs, and the documented ones also where nothing
 * has happened yet, and those that are chosen already; by readable name.
 */
export async function getActions(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const api = openApi(this, { failFast: true });
	const recent = await readRows((page) => listAuditLogs(api, page), {
		order: 'newest',
		limit: RECENT_LOGS,
	});
	const actions = new Set([
		...DOCUMENTED_ACTIONS,
		...recent.flatMap((log) => textOf(log, 'action') ?? []),
		...chosenValues(this, 'actions', 'filters.actions'),
	]);
	return [...actions]
		.map((action) => ({
			name: startCase(action.toLowerCase()),
			value: action,
			description: action,
		}))
		.sort((a, b) => a.name.localeCompare(b.name));
}
