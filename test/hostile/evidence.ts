import type { IDataObject } from 'n8n-workflow';

import type { Answer } from '../../sandbox/http/answer';

/** One request, and what came back for it. */
export interface Exchange {
	method: string;
	/** As sent: encoded, without the query. */
	path: string;
	query: Record<string, string>;
	body: string;
	/** Missing where nothing came back. */
	answer?: Answer;
	/** ms from its arrival until the connection was done with it. */
	tookMs?: number;
}

/** Everything that one execution did and said. */
export interface Evidence {
	apiKey: string;
	/** Oldest first. */
	exchanges: Exchange[];
	/** Requests that reached another origin than the credential's. */
	strayed: number;
	/** What the execution gave, as far as it came to that. */
	items: IDataObject[];
	hints: string[];
	/** What it wrote to n8n's log. */
	logs: string[];
	/** What it threw, with everything that n8n would store of it. */
	failure?: { message: string; stored: string };
	/** Who really has access at the end. */
	hasAccess: (id: string) => boolean;
	/** How long a request may take, in ms. */
	longestMs: number;
}

/** The JSON of an answer; undefined where it holds none. */
export function jsonOf(answer: Answer | undefined): unknown {
	try {
		return answer === undefined ? undefined : JSON.parse(answer.body);
	} catch {
		return undefined;
	}
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

export interface ShownUser {
	id: unknown;
	email: unknown;
	role: unknown;
}

/** The people in one answer, whatever it is wrapped in. */
export function peopleIn(answer: Answer | undefined): ShownUser[] {
	if (answer === undefined || answer.status < 200 || answer.status > 299) return [];
	const body = jsonOf(answer);
	const rows = isObject(body) && Array.isArray(body.data) ? (body.data as unknown[]) : [body];
	const people = rows.filter(isObject).map((row) => {
		const inner = [row.data, row.user].find(isObject);
		return row.id === undefined && inner ? inner : row;
	});
	return people.map(({ id, email, role }) => ({ id, email, role }));
}

export const isUserList = ({ method, path }: Exchange) =>
	method === 'GET' && path === '/api/v1/users';

/** The ID in the path of a single user; undefined for any other path. */
export function userIdIn(path: string): string | undefined {
	const id = /^\/api\/v1\/users\/([^/]+)$/.exec(path)?.[1];
	return id === undefined ? undefined : decodeURIComponent(id);
}
