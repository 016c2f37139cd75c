import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Api } from '../api/client';
import type { AuditLog } from '../api/types';
import { locatedUserId, userLocator } from './userLocator';
import { checkedText, toList } from './values';
import type { ValueSource } from './values';

/** Not "User": what is logged may also have been done to one. */
const ACTOR = 'Actor';

/** The filters that the API doesn't know: applied here, by Get Many and by the trigger alike. */
export const auditLogFilterFields = {
	entityId: {
		displayName: 'Entity ID',
		name: 'entityId',
		type: 'string',
		placeholder: 'e.g. can-4711',
		default: '',
		description: 'Only what happened to the candidate, job or other record with this ID',
	},
	entityType: {
		displayName: 'Entity Type',
		name: 'entityType',
		type: 'string',
		placeholder: 'e.g. candidate',
		default: '',
		description: 'Only what happened to records of this kind, such as candidate, job or user',
	},
	excludeUserIds: {
		displayName: 'Exclude User Names or IDs',
		name: 'excludeUserIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getUsers' },
		default: [],
		description:
			'Leave out what these people did, such as an integration user that would trigger itself. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	userId: {
		...userLocator,
		displayName: ACTOR,
		required: false,
		description: 'Only what this person did',
	},
} satisfies Record<string, INodeProperties>;

/** Filters as they are compared: everything optional, an empty list means none. */
export interface AuditLogFilters {
	actions: string[];
	entityType?: string;
	entityId?: string;
	userId?: string;
	excludeUserIds: string[];
}

/**
 * Reads the filters of a node. One request, where a person is given by email.
 * @throws NodeOperationError for a value that can't be used, NodeApiError for an unknown person
 */
export async function readAuditLogFilters(
	source: ValueSource,
	api: Api,
	actions: unknown,
	filters: IDataObject,
): Promise<AuditLogFilters> {
	return {
		actions: toList(actions),
		entityType: optionalText(source, filters.entityType, 'Entity Type'),
		entityId: optionalText(source, filters.entityId, 'Entity ID'),
		userId: await locatedUserId(source, api, filters.userId, ACTOR),
		excludeUserIds: toList(filters.excludeUserIds),
	};
}

function optionalText(source: ValueSource, value: unknown, displayName: string) {
	const isEmpty = value === undefined || value === null || value === '';
	return isEmpty ? undefined : checkedText(source, value, displayName);
}

/** Does the log pass every filter? Case doesn't count in words, but does in IDs. */
export function passes(log: AuditLog, filters: AuditLogFilters): boolean {
	const { actions, entityType, entityId, userId, excludeUserIds } = filters;
	return (
		(actions.length === 0 || actions.includes(log.action ?? '')) &&
		(!entityType || log.entity_type?.toLowerCase() === entityType.toLowerCase()) &&
		(!entityId || log.entity_id === entityId) &&
		(!userId || log.user_id === userId) &&
		!excludeUserIds.includes(log.user_id ?? '')
	);
}
