import type { IPollFunctions } from 'n8n-workflow';

import { addActors, createActorCache } from '../api/actors';
import { listAuditLogs } from '../api/auditLogs';
import type { Api } from '../api/client';
import { connect } from '../api/http/connection';
import type { AuditLog } from '../api/types';
import { poll } from '../feed/poll';
import { commitState, loadState } from '../feed/store';
import type { Stores } from '../feed/store';
import type { AuditLogQuery } from '../api/auditLogs';
import { matchesFilters } from '../parameters/auditLogFilters';
import type { TriggerSettings } from './settings';
import { startState } from './start';

export interface CheckLimits {
	/** When all requests must be over, in ms since the epoch. */
	deadline: number;
	/** n8n is activating the workflow. */
	isActivation: boolean;
}

/**
 * Takes what is new, oldest first, and notes last of all that it did: whatever happens before
 * that, the next check takes the same again. The very first check only notes where to begin.
 * @throws NodeApiError, NodeOperationError or an error of the feed; nothing is noted then
 */
export async function takeNewEvents(
	context: IPollFunctions,
	api: Api,
	settings: TriggerSettings,
	{ deadline, isActivation }: CheckLimits,
): Promise<AuditLog[]> {
	const stores = storesOf(context);
	// The list is the tenant's: the same one for every key, so that a new key loses nothing.
	const { baseUrl: source } = await connect(context);
	const before = loadState(stores, source);
	if (before === undefined) {
		const fetchPage = async (page: AuditLogQuery) => await listAuditLogs(api, page);
		const limits = { source, deadline, isActivation };
		commitState(stores, before, await startState(context, fetchPage, settings, limits));
		return [];
	}

	const { action, filters } = settings;
	const fetchPage = async (page: AuditLogQuery) => await listAuditLogs(api, { ...page, action });
	const accept = (log: AuditLog) => matchesFilters(log, filters);
	const outcome = await poll(fetchPage, before, { ...settings, accept, deadline }, Date.now);
	if (outcome.failure instanceof Error) {
		context.logger.warn(`${outcome.failure.message} The next check takes the rest.`);
	}
	const events = settings.includeActor
		? await withActors(context, api, outcome.events)
		: outcome.events;
	// Another check that overlapped with this one has delivered them if it was faster.
	return commitState(stores, before, outcome.state) ? events : [];
}

function storesOf(context: IPollFunctions): Stores {
	const { id: nodeId, name: nodeName } = context.getNode();
	return {
		node: context.getWorkflowStaticData('node'),
		workflow: context.getWorkflowStaticData('global'),
		nodeId,
		nodeName,
	};
}

/** An event is worth more than the name of who did it: without an answer it goes on as it is. */
async function withActors(context: IPollFunctions, api: Api, events: AuditLog[]) {
	return await addActors(api, events, createActorCache()).catch((thrown: Error) => {
		context.logger.warn(`${thrown.message} The events are delivered without their actors.`);
		return events.map((event) => ({ ...event, actor: null }));
	});
}
