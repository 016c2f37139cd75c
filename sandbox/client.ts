import type { AuditLog, User } from '../nodes/PeopleLens/api/types';
import type { Sandbox } from './index';

export interface Reply {
	status: number;
	headers: Headers;
	text: string;
	/** The parsed body; undefined when it is no JSON. */
	json: unknown;
}

interface AuditLogPage {
	data: AuditLog[];
	pagination?: { total?: number; limit: number; offset: number };
}

/** The sandbox's own tests ask it over HTTP and by nothing of the package. */
export function connect(sandbox: Pick<Sandbox, 'url' | 'apiKey'>) {
	const send = async (method: string, path: string, body?: unknown): Promise<Reply> => {
		const response = await fetch(sandbox.url + path, {
			method,
			redirect: 'manual',
			headers: {
				authorization: `Bearer ${sandbox.apiKey}`,
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
		});
		const text = await response.text();
		return { status: response.status, headers: response.headers, text, json: parse(text) };
	};
	const read = async (path: string, query: Record<string, string | number>) => {
		const words = Object.entries(query).map(([name, value]) => [name, String(value)]);
		const { status, text, json } = await send('GET', `${path}?${new URLSearchParams(words)}`);
		if (status !== 200) throw new Error(`${status}: ${text}`);
		return json;
	};
	return {
		send,
		auditLogs: async (query: Record<string, string | number> = {}) =>
			(await read('/api/v1/audit-logs', query)) as AuditLogPage,
		users: async (query: Record<string, string | number> = {}) =>
			((await read('/api/v1/users', query)) as { data: User[] }).data,
	};
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
