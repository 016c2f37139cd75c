import type { Api, ApiCall, ApiScope, N8nContext } from './call';
import { connect } from './http/connection';
import type { Connection } from './http/connection';
import { apiError, inputError, withUnknownOutcome } from './errors';
import { explain } from './words/explain';
import { isSuccess, isTooMany, mayHaveArrived, serverTime } from './http/outcome';
import { rest } from './http/rest';
import { IMPATIENT, PATIENT, pauseBeforeRetry } from './http/retry';
import type { Patience } from './http/retry';
import { attempt } from './http/transport';
import { createLimiter } from './limiter';
import type { Limiter } from './limiter';
import { isRecord } from './record';

export type { Api, ApiScope, N8nContext };

/**
 * Opens the PeopleLens API for one piece of work of a node.
 * @param patience only tests are less patient than the rules
 */
export function openApi(
	context: N8nContext,
	scope: ApiScope = {},
	patience: Partial<Patience> = {},
): Api {
	const rules = { ...(scope.failFast ? IMPATIENT : PATIENT), ...patience };
	const limited = { ...scope, limiter: scope.limiter ?? createLimiter() };
	let connection: Promise<Connection> | undefined;

	return {
		async send(call) {
			connection ??= connect(context, scope.itemIndex);
			return await exchange(context, limited, rules, await connection, call);
		},
		refuse: (message, description) =>
			inputError(context.getNode(), message, { description, itemIndex: scope.itemIndex }),
		reject: (explanation) => apiError(context.getNode(), explanation, scope.itemIndex),
	};
}

async function exchange<Result>(
	context: N8nContext,
	{ limiter, ...scope }: ApiScope & { limiter: Limiter },
	rules: Patience,
	connection: Connection,
	call: ApiCall<Result>,
): Promise<{ result: Result; serverTime?: number }> {
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	let waitedMs = 0;
	let mayHaveSucceeded = false;

	for (let count = 1; ; count++) {
		const limits = { ...scope, ...rules, signal };
		const outcome = await limiter.run(
			async () => await attempt(context, connection, call, limits),
			signal,
			scope.deadline,
		);

		if (outcome.kind === 'answer') {
			const { status, headers } = outcome;
			const isGood = isSuccess(status);
			const result = isGood ? call.read(outcome.body, status) : undefined;
			if (result !== undefined) return { result, serverTime: serverTime(headers) };
			// Done or not: an answer that can't be read is as open as one that never came.
			mayHaveSucceeded ||= isGood;
		}

		mayHaveSucceeded ||= mayHaveArrived(outcome);
		const attempts = { method: call.method, count, waitedMs, deadline: scope.deadline };
		const pause = pauseBeforeRetry(outcome, attempts, rules, Date.now());
		if (pause === undefined) {
			const words = explain(call, outcome, connection, Date.now());
			const error = apiError(context.getNode(), words, scope.itemIndex);
			error.context.isJson = outcome.kind === 'answer' && isRecord(outcome.body);
			throw mayHaveSucceeded ? withUnknownOutcome(error) : error;
		}
		waitedMs += pause;
		if (isTooMany(outcome)) limiter.slowDown(pause);
		await rest(pause, signal);
	}
}
