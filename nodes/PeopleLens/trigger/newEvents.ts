import type { INode, IPollFunctions } from 'n8n-workflow';

import { addActors, createActorCache } from '../api/actors';
import { listAuditLogs } from '../api/auditLogs';
import type { AuditLogQuery } from '../api/auditLogs';
import type { Api } from '../api/client';
import type { AuditLog } from '../api/types';
import { matchesFilters } from '../parameters/auditLogFilters';
import { poll } from '../poller/poll';
import { isDurableCheck } from './activation';
import type { Stores } from './copies';
import { beginCheck } from './overlappingChecks';
import { joinReplicas } from './replicas';
import type { TriggerSettings } from './settings';
import { hasAnotherStart, startState } from './startState';
import { commitState, loadState } from './stateStore';
import { systemClock } from './systemClock';
import { tenantOf } from './tenant';
import { movedText, troubleText, warningText } from './warningTexts';

export interface CheckLimits {
	/** When all requests must be over, in ms since the epoch. */
	deadline: number;
	/** n8n is activating the workflow. */
	isActivation: boolean;
}

/**
 * Takes what is new, oldest first, and notes last of all that it did: whatever happens before
 * that, the next check takes the same again. The very first check only notes where to begin.
 * @throws NodeApiError, NodeOperationError or an error of the poller; nothing is noted then
 */
export async function takeNewEvents(
	context: IPollFunctions,
	api: Api,
	settings: TriggerSettings,
	{ deadline, isActivation }: CheckLimits,
): Promise<AuditLog[]> {
	const stores = storesOf(context);
	// The durable scheduler keeps what each trigger remembers by itself.
	const replicate = isDurableCheck(context) ? () => undefined : joinReplicas(stores);
	const check = beginCheck(stores, isActivation);
	// The list is the tenant's: the same one for every key, so that a new key loses nothing.
	const tenant = tenantOf(await api.baseUrl());
	const { state: before, isMoved, trouble } = loadState(stores, tenant);
	const warn = (text: string) => context.logger.warn(text);
	if (before === undefined || hasAnotherStart(context, before, settings)) {
		const fetchPage = async (page: AuditLogQuery) => await listAuditLogs(api, page);
		const elsewhere = trouble?.kind === 'otherTenant' ? trouble.state : undefined;
		const limits = { tenant, deadline, isActivation, elsewhere };
		const state = await startState(context, fetchPage, settings, limits).catch((thrown) => {
			// The moment of the activation counts: a check that did not meet it yet must not begin later.
			if (isActivation) check.takeOutcome();
			replicate();
			throw thrown;
		});
		// An activation comes first, whoever was faster: n8n may drop what a regular check has begun with.
		const mayBegin = check.takeOutcome() || isActivation;
		const revision = before === undefined ? state.revision : before.revision + 1;
		const isKept = mayBegin && commitState(stores, before, { ...state, revision });
		replicate();
		if (isKept && trouble?.kind === 'otherTenant' && state === elsewhere) {
			warn(movedText(trouble.tenant, tenant));
		} else if (isKept && trouble) warn(troubleText(trouble, tenant));
		return [];
	}

	if (check.isTooEarly(before)) {
		context.logger.info(
			'n8n is still saving the events of the check before: the next check takes what came after them.',
		);
		return [];
	}

	const { action, filters } = settings;
	const fetchPage = async (page: AuditLogQuery) => await listAuditLogs(api, { ...page, action });
	const accept = (log: AuditLog) => matchesFilters(log, filters);
	const outcome = await poll(fetchPage, before, { ...settings, accept, deadline }, systemClock);
	if (outcome.failure instanceof Error) {
		warn(`${outcome.failure.message} The next check takes the rest.`);
	}
	// A check that has changed nothing writes nothing: that would cost n8n's database each time.
	if (outcome.state === before && trouble === undefined && !isMoved) return [];
	const events = settings.includeActor
		? await withActors(context, api, outcome.events)
		: outcome.events;
	// Another check that overlapped with this one has delivered them if it was faster.
	if (!check.takeOutcome(outcome.state) || !commitState(stores, before, outcome.state)) return [];
	replicate();
	if (trouble) warn(troubleText(trouble, tenant));
	for (const warning of outcome.warnings) warn(warningText(warning, settings.overlap));
	return events;
}

function storesOf(context: IPollFunctions): Stores {
	const { id: nodeId, name: nodeName } = context.getNode();
	const nodes = nodesOf(context);
	return {
		node: context.getWorkflowStaticData('node'),
		workflow: context.getWorkflowStaticData('global'),
		workflowId: context.getWorkflow().id,
		nodeId,
		nodeName,
		nodes,
		hasNode: (name) =>
			nodes === undefined
				? // A trigger without a node behind it does nothing.
					context.getChildNodes(name).length > 0
				: nodes.some((node) => node.name === name),
	};
}

/** n8n does not promise this to nodes, but has it in each version from 1.85 to 2.41. */
function nodesOf(context: IPollFunctions): Stores['nodes'] {
	const { workflow } = context as { workflow?: { nodes?: Record<string, INode> } };
	return workflow?.nodes && Object.values(workflow.nodes);
}

/** An event is worth more than the name of who did it: without an answer it goes on as it is. */
async function withActors(context: IPollFunctions, api: Api, events: AuditLog[]) {
	return await addActors(api, events, createActorCache()).catch((thrown: Error) => {
		context.logger.warn(`${thrown.message} The events are delivered without their actors.`);
		return events.map((event) => ({ ...event, actor: null }));
	});
}
