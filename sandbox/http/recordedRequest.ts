import type { IncomingMessage } from '../node';
import type { Fault } from '../fault';
import { readForm, type UploadedFile } from './multipart';

/** A request as it arrived, and what became of it. */
export interface RecordedRequest {
	method: string;
	/** As sent: encoded, without the query. */
	path: string;
	query: Record<string, string>;
	/** Names in small letters; the authorization header is there, so that its absence can be shown. */
	headers: Record<string, string>;
	/** Empty for a form, whose file stands in `file`. */
	body: string;
	file?: UploadedFile;
	/** When it arrived, in ms since the epoch on this machine's clock. */
	at: number;
	/** When the connection was done with it, by the same clock; missing as long as it is open. */
	endedAt?: number;
	/** The answer's status; missing as long as, or if, there was none. */
	status?: number;
	/** The fault that hit it. */
	fault?: Fault['type'];
}

/** A request whose body has not been read. */
export function begun(request: IncomingMessage): {
	recorded: RecordedRequest;
	query: URLSearchParams;
} {
	const [path, search] = split(request.url ?? '/');
	const query = new URLSearchParams(search);
	const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
	const recorded: RecordedRequest = {
		method: request.method ?? 'GET',
		path,
		query: Object.fromEntries(query),
		headers: Object.fromEntries(headers),
		body: '',
		at: Date.now(),
	};
	return { recorded, query };
}

/** Reads a request to its end. */
export async function receive(request: IncomingMessage, recorded: RecordedRequest): Promise<void> {
	const form = readForm(request.headers['content-type'], await readBody(request));
	Object.assign(recorded, { ...form, at: Date.now() });
}

/** By hand: `URL` would tidy the path up, and the log must show what was sent. */
function split(url: string): [path: string, search: string] {
	const mark = url.indexOf('?');
	return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const chunk of request) parts.push(Buffer.from(chunk as Uint8Array));
	return Buffer.concat(parts);
}
