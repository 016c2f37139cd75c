import type { Api, ApiCall, ApiScope } from './call';
import { NodeCredential } from './credential';
import { toErrorDetails } from './errors/errorDetails';
import { apiError, operationError, withUnknownOutcome } from './errors/nodeErrors';
import { quote } from './errors/serverMessage';
import { createLimiter } from './http/limiter';
import type { Limiter } from './http/limiter';
import { isRateLimited, isSuccess, mayHaveBeenProcessed, serverTime } from './http/outcome';
import { DEFAULT_POLICY, INTERACTIVE_POLICY, retryDelay } from './http/retry';
import type { RetryPolicy } from './http/retry';
import { delay } from './http/timing';
import { sendOnce } from './http/transport';
import type { N8nContext } from './http/transport';

export type { Api, ApiCall, ApiScope, N8nContext };

/** What all requests of one piece of work have in common. */
interface Client {
	context: N8nContext;
	credential: NodeCredential;
	limiter: Limiter;
	policy: RetryPolicy;
	/** In ms since the epoch. */
	deadline?: number;
}

/**
 * Opens the PeopleLens API for one piece of work of a node: an execution, a check, a list.
 * @param policy only tests differ from the rules
 */
export function openApi(
	context: N8nContext,
	{ deadline, failFast = false, limiter = createLimiter() }: ApiScope = {},
	policy: Partial<RetryPolicy> = {},
): Api {
	return createApi({
		context,
		credential: new NodeCredential(context),
		limiter,
		policy: { ...(failFast ? INTERACTIVE_POLICY : DEFAULT_POLICY), ...policy },
		deadline,
	});
}

function createApi(client: Client, itemIndex?: number): Api {
	const { context, credential } = client;
	return {
		send: async (call) => await sendWithRetry(client, call, itemIndex),
		baseUrl: async () => (await credential.connect(itemIndex)).baseUrl,
		forItem: (index) => createApi(client, index),
		quote: (text) => quote(text, credential.redact),
		apiError: (details) => apiError(context.getNode(), details, itemIndex),
		operationError: (message, description) =>
			operationError(context.getNode(), message, { description, itemIndex }),
	};
}

async function sendWithRetry<Result>(
	{ context, credential, limiter, policy, deadline }: Client,
	call: ApiCall<Result>,
	itemIndex: number | undefined,
): Promise<{ result: Result; serverTime?: number }> {
	const connection = await credential.connect(itemIndex);
	const stop =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	// One of its own: Node warns of a leak when more than ten requests listen to the same signal.
	const signal = stop && AbortSignal.any([stop]);
	const limits = { timeoutMs: policy.timeoutMs, deadline, signal };
	let waitedMs = 0;
	let mayHaveSucceeded = false;

	for (let count = 1; ; count++) {
		const outcome = await limiter.run(
			call,
			async () => await sendOnce(context, connection, call, limits),
			signal,
			deadline,
		);

		if (outcome.kind === 'response') {
			const { status, headers } = outcome;
			const isGood = isSuccess(status);
			const result = isGood ? call.parse(outcome.body, status) : undefined;
			if (result !== undefined) return { result, serverTime: serverTime(headers) };
			// Done or not: an answer that can't be read is as open as one that never came.
			mayHaveSucceeded ||= isGood;
		}

		mayHaveSucceeded ||= mayHaveBeenProcessed(outcome);
		const attempts = { method: call.method, count, waitedMs, deadline };
		const pause = retryDelay(outcome, attempts, policy, Date.now());
		if (pause === undefined) {
			const details = toErrorDetails(call, outcome, connection, Date.now());
			const error = apiError(context.getNode(), details, itemIndex);
			throw mayHaveSucceeded ? withUnknownOutcome(error) : error;
		}
		waitedMs += pause;
		if (isRateLimited(outcome)) limiter.throttle(pause);
		await delay(pause, signal);
	}
}
