import type {
	IDataObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	NodeOperationError,
} from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { connect } from './connection';
import type { Connection } from './connection';
import { apiError, inputError } from './errors';
import { explain } from './explain';
import type { CallName } from './messages';
import { mayHaveArrived, serverTime } from './outcome';
import { IMPATIENT, PATIENT, pauseBeforeRetry } from './retry';
import type { Patience } from './retry';
import { attempt } from './transport';

export type N8nContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

export interface ApiScope {
	/** The input item that is worked on: n8n shows it with a message. */
	itemIndex?: number;
	/** When all requests must be over, in ms since the epoch: a poll's budget. */
	deadline?: number;
	/** For lists in the editor: no retry, short time-out. */
	failFast?: boolean;
}

/** One call of the PeopleLens API. */
export interface ApiCall<Result> {
	name: CallName;
	/** The ID or e-mail that the call is about: messages name it. */
	about?: string;
	method: 'GET' | 'POST' | 'DELETE';
	/** From the root, with its parts encoded. */
	path: string;
	/** Values that are undefined are not sent. */
	query?: IDataObject;
	body?: IDataObject;
	/** The guard: what the body holds, or undefined when it is not what the API describes. */
	read: (body: unknown) => Result | undefined;
}

export interface Api {
	/**
	 * Sends one request, and sends it again where that is safe and may help.
	 * @returns what the guard read, and the server's time (`Date` header, ms since the epoch)
	 * @throws NodeApiError with the words that the user is to see; NodeOperationError when the
	 * credential can't be used
	 */
	send<Result>(call: ApiCall<Result>): Promise<{ result: Result; serverTime?: number }>;
	/** An input that no request can be made with, as an error to throw. */
	refuse(message: string, description?: string): NodeOperationError;
}

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
	let connection: Promise<Connection> | undefined;

	return {
		async send(call) {
			connection ??= connect(context, scope.itemIndex);
			return await exchange(context, scope, rules, await connection, call);
		},
		refuse: (message, description) =>
			inputError(context.getNode(), message, { description, itemIndex: scope.itemIndex }),
	};
}

async function exchange<Result>(
	context: N8nContext,
	scope: ApiScope,
	rules: Patience,
	connection: Connection,
	call: ApiCall<Result>,
): Promise<{ result: Result; serverTime?: number }> {
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	let waitedMs = 0;
	let mayBeDone = false;

	for (let count = 1; ; count++) {
		const outcome = await attempt(context, connection.baseUrl, call, {
			...scope,
			...rules,
			signal,
		});

		if (outcome.kind === 'answer') {
			const { status, headers } = outcome;
			// The user that an earlier attempt deactivated may not be there for the next one.
			const isGone = mayBeDone && call.method === 'DELETE' && status === 404;
			const result = call.read(isGone ? '' : outcome.body);
			const isSuccess = (status >= 200 && status < 300) || isGone;
			if (isSuccess && result !== undefined) return { result, serverTime: serverTime(headers) };
		}

		mayBeDone ||= mayHaveArrived(outcome);
		const attempts = { method: call.method, count, waitedMs, deadline: scope.deadline };
		const pause = pauseBeforeRetry(outcome, attempts, rules, Date.now());
		if (pause === undefined) {
			const words = explain(call, outcome, connection, Date.now());
			throw apiError(context.getNode(), words, scope.itemIndex);
		}
		waitedMs += pause;
		await rest(pause, signal);
	}
}

/** Stop ends the pause; the next attempt then finds the signal aborted. */
async function rest(ms: number, signal: AbortSignal | undefined): Promise<void> {
	try {
		await sleep(ms, signal);
	} catch {
		return;
	}
}
