import type { Behaviour } from '../behaviour';

/** What goes back to the caller. */
export interface Answer {
	status: number;
	headers: Record<string, string>;
	body: string;
	/** How its letters become bytes. Default: UTF-8. */
	encoding?: BufferEncoding;
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
	return {
		status,
		headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
		body: JSON.stringify(body),
	};
}

export function html(status: number, title: string): Answer {
	return {
		status,
		headers: { 'content-type': 'text/html; charset=utf-8' },
		body: `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`,
	};
}

export function empty(status: number, headers: Record<string, string> = {}): Answer {
	return { status, headers, body: '' };
}

/** A refusal, thrown by the routes and turned into an answer in one place. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly headers: Record<string, string> = {},
	) {
		super(message);
	}
}

/** The answer to a refused request, with its text where the tenant's API puts it. */
export function refuse({ status, message, headers }: Refusal, behaviour: Behaviour): Answer {
	const code = `E${status}`;
	switch (behaviour.errorBody) {
		case 'message':
			return json(status, { statusCode: status, message }, headers);
		case 'error':
			return json(status, { error: message }, headers);
		case 'errorObject':
			return json(status, { error: { code, message } }, headers);
		case 'errors':
			return json(status, { errors: [{ code, message }] }, headers);
		case 'detail':
			return json(status, { status, detail: message }, headers);
		case 'title':
			return json(status, { status, title: message }, headers);
		case 'text':
			return { status, headers: { 'content-type': 'text/plain', ...headers }, body: message };
		case 'html': {
			const page = html(status, message);
			return { ...page, headers: { ...page.headers, ...headers } };
		}
		case 'empty':
			return empty(status, headers);
	}
}
