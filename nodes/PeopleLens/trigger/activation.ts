import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IPollFunctions } from 'n8n-workflow';

/** What the legacy scheduler, and an activation under either scheduler, may take. In ms. */
const FULL_BUDGET = 300_000;

const REFUSALS = ['400', '401', '403', '404', '422'];

/** The legacy scheduler makes all checks from one activation to the next with one context. */
const activated = new WeakSet<IPollFunctions>();

/**
 * Whether this check is the one that n8n makes while it activates the workflow. The activation
 * mode doesn't tell, because it stays what it was. Under the durable scheduler each later check has
 * a context of its own, and a shorter budget.
 */
export function isActivationCheck(context: IPollFunctions): boolean {
	const isFirst = !activated.has(context);
	activated.add(context);
	return isFirst && !isDurableCheck(context);
}

/** Whether this is a regular check of the durable scheduler. */
export const isDurableCheck = (context: IPollFunctions) =>
	(context.getPollBudgetMs?.() ?? FULL_BUDGET) < FULL_BUDGET;

/**
 * Whether what was thrown while activating is to refuse the activation: only when a person is
 * there to read it, and only what passes by no waiting. After a restart, n8n would give the
 * trigger up for good while the workflow still looks active; the next check tells instead.
 */
export function refusesActivation(context: IPollFunctions, thrown: unknown): boolean {
	const mode = context.getActivationMode();
	if (mode === 'init' || mode === 'leadershipChange') return false;
	if (!(thrown instanceof NodeApiError)) return thrown instanceof NodeOperationError;
	return REFUSALS.includes(thrown.httpCode ?? '') || thrown.context.wrongAddress === true;
}
