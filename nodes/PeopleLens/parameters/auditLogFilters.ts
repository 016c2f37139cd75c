import type { IDataObject } from 'n8n-workflow';

import { textOf } from '../api/auditLogs';
import type { Api } from '../api/client';
import type { AuditLog } from '../api/types';
import { excerpt } from '../domain/excerpt';
import { requireIds } from './id';
import { readEntries } from './list';
import { invalidParameter, isAdded } from './source';
import type { ParameterSource } from './source';
import { filterText } from './text';
import { locatedUserId } from './user';

/** Filters as they are compared: everything optional, an empty list means none. */
export interface AuditLogFilters {
	actions: string[];
	entityType?: string;
	entityId?: string;
	userId?: string;
	excludeUserIds: string[];
}

/** What of the filters the API applies, and what is left to apply here. */
export interface AuditLogSelection {
	/** The one action that the API filters by. */
	action?: string;
	filters: AuditLogFilters;
}

/** How PeopleLens names what happened: `USER_LOGIN`. */
const ACTION = /^[\p{L}\p{N}_.:/-]+$/u;

/**
 * Reads the filters of a node. One request, where a person is given by email.
 * @param actions what 'Action Names or IDs' gives
 * @param filters the other filters that were added; one that was left empty filters nothing
 * @throws NodeOperationError for a value that can't be used, NodeApiError for an unknown person
 */
export async function readAuditLogFilters(
	source: ParameterSource,
	api: Api,
	actions: unknown,
	filters: IDataObject,
): Promise<AuditLogSelection> {
	const read = (name: string, displayName: string) =>
		isAdded(filters, name)
			? filterText(source, filters[name], displayName) || undefined
			: undefined;
	const chosen: AuditLogFilters = {
		actions: readActions(source, actions),
		entityType: read('entityType', 'Entity Type'),
		entityId: read('entityId', 'Entity ID'),
		excludeUserIds: isAdded(filters, 'excludeUserIds')
			? requireIds(source, filters.excludeUserIds, 'Exclude User Names or IDs')
			: [],
	};
	const userId = isAdded(filters, 'userId')
		? // Not "User": what is logged may also have been done to one.
			await locatedUserId(source, api, filters.userId, 'Actor')
		: undefined;
	return { action: onlyOne(chosen.actions), filters: { ...chosen, userId } };
}

function readActions(source: ParameterSource, value: unknown): string[] {
	return readEntries(source, value, 'Action Names or IDs').map((action) => {
		if (ACTION.test(action)) return action;
		throw invalidParameter(
			source,
			`'${excerpt(action)}' in 'Action Names or IDs' is not an action`,
			'Choose actions from the list, or use their names, such as USER_LOGIN, separated by commas.',
		);
	});
}

/**
 * Several actions are cheaper read together, with one cursor, and filtered here. So is one that
 * isn't written as PeopleLens writes them, because its filter is exact.
 */
function onlyOne([action, ...more]: string[]): string | undefined {
	return more.length === 0 && action === action?.toUpperCase() ? action : undefined;
}

/** Does the log pass every filter? Case doesn't count in words, but does in IDs. */
export function matchesFilters(log: AuditLog, filters: AuditLogFilters): boolean {
	const { actions, entityType, entityId, userId, excludeUserIds } = filters;
	const actor = textOf(log, 'user_id');
	return (
		(actions.length === 0 || actions.some((action) => sameWord(textOf(log, 'action'), action))) &&
		(!entityType || sameWord(textOf(log, 'entity_type'), entityType)) &&
		(!entityId || textOf(log, 'entity_id') === entityId) &&
		(!userId || actor === userId) &&
		!(actor !== undefined && excludeUserIds.includes(actor))
	);
}

const sameWord = (a: string | undefined, b: string) => a?.toLowerCase() === b.toLowerCase();
