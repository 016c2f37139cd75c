import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { openApi } from '../api/client';
import type { Api } from '../api/client';
import type { AuditLog } from '../api/types';
import { isActivationCheck, refusesActivation } from './activation';
import { takeNewEvents } from './newEvents';
import { readSettings } from './settings';
import { findTestEvents } from './testEvents';

/** For hosts that don't say how long a poll may take, in ms. */
const BUDGET = 30_000;

/** The rest of the budget is for what comes after the last answer. */
const SHARE_FOR_REQUESTS = 0.9;

/**
 * What n8n calls at every check, at activation, and for "Fetch Test Event".
 * @returns null when there is nothing new
 * @throws NodeApiError or NodeOperationError; what the trigger remembers has not changed then
 */
export async function pollAuditLog(
	context: IPollFunctions,
): Promise<INodeExecutionData[][] | null> {
	const deadline = Date.now() + (context.getPollBudgetMs?.() ?? BUDGET) * SHARE_FOR_REQUESTS;
	const api = openApi(context, { deadline });

	const events =
		context.getMode() === 'manual'
			? await findTestEvents(context, api, await readSettings(context, api))
			: await checkForEvents(context, api, deadline);
	return events.length === 0 ? null : [events.map((json) => ({ json }))];
}

/**
 * One check of an active workflow.
 * @param deadline when all requests must be over, in ms since the epoch
 * @throws as pollAuditLog
 */
export async function checkForEvents(
	context: IPollFunctions,
	api: Api,
	deadline: number,
): Promise<AuditLog[]> {
	const isActivation = isActivationCheck(context);
	const attempt = async () => {
		const settings = await readSettings(context, api);
		return await takeNewEvents(context, api, settings, { deadline, isActivation });
	};
	return await attempt().catch((thrown: Error) => {
		if (!isActivation || refusesActivation(context, thrown)) {
			throw asNodeError(context, thrown);
		}
		context.logger.warn(`${thrown.message} The next check tries again: no event is lost.`);
		return [];
	});
}

/** The poller's own errors are about time and changing lists: both pass. */
function asNodeError(context: IPollFunctions, thrown: Error) {
	if (thrown instanceof NodeApiError) return thrown;
	const failure = { cause: 'temporarily-unavailable' } as const;
	return new NodeOperationError(context.getNode(), thrown, { failure });
}
