import type { Fault } from '../faults';

/** A request as it arrived, and what became of it. */
export interface RecordedRequest {
	method: string;
	/** As sent: encoded, without the query. */
	path: string;
	query: Record<string, string>;
	/** Names in small letters; the authorization header is there, so that its absence can be shown. */
	headers: Record<string, string>;
	body: string;
	/** When it arrived, in ms since the epoch on this machine's clock. */
	at: number;
	/** The answer's status; missing as long as, or if, there was none. */
	status?: number;
	/** The fault that hit it. */
	fault?: Fault['type'];
}
