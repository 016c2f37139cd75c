import type { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { CallMessages, ErrorDetails } from './errors/messages';
import type { Limiter } from './http/limiter';
import type { FileBody, HttpRequest } from './http/transport';

export type { FileBody };

export interface ApiScope {
	/** When all requests must be over, in ms since the epoch: a poll's budget. */
	deadline?: number;
	/** For lists in the editor: no retry, short time-out. */
	failFast?: boolean;
	/** Default: one of its own. */
	limiter?: Limiter;
}

/** One call of the API, whole: what is sent, how the answer is read, what the user is told. */
export interface ApiCall<Result> extends HttpRequest {
	/** What a 2xx answer holds, or undefined when it is not what the API describes. */
	parse: (body: unknown, status: number) => Result | undefined;
	/** The ID or e-mail that the call is about, for the messages. */
	subject?: string;
	/** What would be made twice by a second request like this, where that is not the subject. */
	creates?: string;
	messages: CallMessages;
}

/** PeopleLens, for one execution, one check of a trigger or one list in the editor. */
export interface Api {
	/**
	 * Sends one request, and sends it again where that is safe and may help.
	 * @returns what the parser read, and the server's time (`Date` header, ms since the epoch)
	 * @throws NodeApiError with the words that the user is to see; NodeOperationError when the
	 * credential can't be used
	 */
	send<Result>(call: ApiCall<Result>): Promise<{ result: Result; serverTime?: number }>;
	/**
	 * The address in the credential: an origin, such as `https://acme.peoplelensai.com`.
	 * @throws NodeOperationError when the credential can't be used
	 */
	baseUrl(): Promise<string>;
	/**
	 * The same for one input item: n8n shows it with a message. All items share the credential and
	 * the limiter.
	 */
	forItem(itemIndex: number): Api;
	/** A name, ID or the like out of an answer, as a message may quote it: short, and without the API key. */
	quote(text: string): string;
	/** An answer that PeopleLens meant otherwise, as the error to throw for what it comes to. */
	apiError(details: ErrorDetails): NodeApiError;
	/** Anything else, such as an input that no request can be made with, as an error to throw. */
	operationError(message: string, description?: string): NodeOperationError;
}
