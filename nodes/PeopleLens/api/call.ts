import type {
	IDataObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import type { Explanation } from './errors';
import type { Limiter } from './limiter';
import type { CallName } from './words/messages';

export type N8nContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

export interface ApiScope {
	/** The input item that is worked on: n8n shows it with a message. */
	itemIndex?: number;
	/** When all requests must be over, in ms since the epoch: a poll's budget. */
	deadline?: number;
	/** For lists in the editor: no retry, short time-out. */
	failFast?: boolean;
	/** Shared with the rest of the execution. Default: one of its own. */
	limiter?: Limiter;
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
	/** The parser: what a 2xx answer holds, or undefined when it is not what the API describes. */
	read: (body: unknown, status: number) => Result | undefined;
}

export interface Api {
	/**
	 * Sends one request, and sends it again where that is safe and may help.
	 * @returns what the guard read, and the server's time (`Date` header, ms since the epoch)
	 * @throws NodeApiError with the words that the user is to see; NodeOperationError when the
	 * credential can't be used
	 */
	send<Result>(call: ApiCall<Result>): Promise<{ result: Result; serverTime?: number }>;
	/** What an answer comes to that PeopleLens meant otherwise, as an error to throw. */
	reject(explanation: Explanation): NodeApiError;
	/** An input that no request can be made with, as an error to throw. */
	refuse(message: string, description?: string): NodeOperationError;
}
