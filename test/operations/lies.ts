import type { RecordedRequest, Sandbox } from '../../sandbox';

/** Which requests a lie is told to. */
export type About = (request: RecordedRequest) => boolean;

export const oneUser: About = ({ method, path }) =>
	method === 'GET' && path.startsWith('/api/v1/users/');
export const userList: About = ({ method, path }) => method === 'GET' && path === '/api/v1/users';
export const invitation: About = ({ method }) => method === 'POST';
export const deactivation: About = ({ method }) => method === 'DELETE';
export const auditLogs: About = ({ path }) => path === '/api/v1/audit-logs';

/**
 * Makes a server tell something else: `change` gets the answer's JSON (undefined where there is
 * none) and gives the JSON, or the plain text, that goes out in its place.
 */
export function lie(
	sandbox: Sandbox,
	about: About,
	change: (json: unknown, request: RecordedRequest) => unknown,
	status?: number,
): void {
	const before = sandbox.rewriteAnswer;
	sandbox.rewriteAnswer = (answer, request) => {
		const told = before?.(answer, request) ?? answer;
		if (!about(request)) return told;
		const json: unknown = told.body === '' ? undefined : JSON.parse(told.body);
		const changed = change(json, request);
		const isText = typeof changed === 'string';
		return {
			status: status ?? (told.status === 204 ? 200 : told.status),
			headers: { 'content-type': isText ? 'text/plain' : 'application/json' },
			body: isText ? changed : JSON.stringify(changed),
		};
	};
}
