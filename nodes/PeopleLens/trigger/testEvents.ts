import type { IPollFunctions } from 'n8n-workflow';

import { listAuditLogs } from '../api/auditLogs';
import type { Api } from '../api/client';
import type { AuditLog } from '../api/types';
import { matchesFilters } from '../parameters/auditLogFilters';
import type { AuditLogFilters } from '../parameters/auditLogFilters';
import { invalidParameter } from '../parameters/source';
import { readRows } from '../reader/read';
import type { TriggerSettings } from './settings';

/** How far back a test looks for events that pass the filters: at most ten requests. */
const SEARCHED = 1000;

/**
 * The newest events under the trigger's own filters, in the order in which the active workflow
 * would get them: oldest first. Changes nothing of what it will get.
 * @throws NodeOperationError that says what was searched, when there are none
 */
export async function findTestEvents(
	context: IPollFunctions,
	api: Api,
	{ action, filters, testEvents }: TriggerSettings,
): Promise<AuditLog[]> {
	const searched = await readRows((page) => listAuditLogs(api, { ...page, action }), {
		order: 'newest',
		limit: hasFilters(filters, action) ? SEARCHED : testEvents,
	});
	const events = searched.filter((log) => matchesFilters(log, filters)).slice(0, testEvents);
	if (events.length > 0) return events.reverse();

	throw invalidParameter(
		{ context },
		noneFound(searched.length, action),
		`Looked for ${inWords(filters)}. In PeopleLens, do what should start this workflow and test again, or choose other actions or filters. The active workflow will get such events with the next check after they happen.`,
	);
}

/** @param action the one that the API itself filters by */
const hasFilters = (
	{ actions, excludeUserIds, ...others }: AuditLogFilters,
	action: string | undefined,
) =>
	(actions.length > 0 && action === undefined) ||
	excludeUserIds.length > 0 ||
	Object.values(others).some(Boolean);

/** Why there is nothing to show. */
function noneFound(searched: number, action: string | undefined): string {
	const withAction = action ? ` with the action ${action}` : '';
	if (searched === 0) return `There are no audit events${withAction} in PeopleLens yet`;
	if (searched > 1) return `None of the newest ${searched} audit events matches the filters`;
	return `The only audit event${withAction} in PeopleLens does not match the filters`;
}

function inWords({ actions, entityType, entityId, userId, excludeUserIds }: AuditLogFilters) {
	const parts = [
		actions.length > 0 ? actions.join(' or ') : 'any action',
		entityType && `on a ${entityType}`,
		entityId && `on the record ${entityId}`,
		userId && `by the user ${userId}`,
		excludeUserIds.length > 0 && `not by ${excludeUserIds.join(' or ')}`,
	];
	return parts.filter(Boolean).join(', ');
}
