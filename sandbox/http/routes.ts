import { Refusal, type Answer } from './answer';
import { listAuditLogs } from './auditLogRoutes';
import type { Call } from './call';
import type { Permission } from './keys';
import { deactivateUser, getUser, inviteUser, listUsers } from './userRoutes';

interface Route {
	method: string;
	path: RegExp;
	permission: Permission;
	answer(call: Call): Answer;
}

const ROUTES: Route[] = [
	{
		method: 'GET',
		path: /^\/api\/v1\/audit-logs$/,
		permission: 'auditLogs:read',
		answer: listAuditLogs,
	},
	{ method: 'GET', path: /^\/api\/v1\/users$/, permission: 'users:read', answer: listUsers },
	{ method: 'POST', path: /^\/api\/v1\/users$/, permission: 'users:write', answer: inviteUser },
	{ method: 'GET', path: /^\/api\/v1\/users\/([^/]+)$/, permission: 'users:read', answer: getUser },
	{
		method: 'DELETE',
		path: /^\/api\/v1\/users\/([^/]+)$/,
		permission: 'users:write',
		answer: deactivateUser,
	},
];

/** @throws {Refusal} 404 where nothing is, 405 where another method is meant, 400 for a broken id */
export function findRoute(method: string, path: string): Route & { id: string } {
	const here = ROUTES.filter((route) => route.path.test(path));
	if (here.length === 0) throw new Refusal(404, `Cannot ${method} ${path}`);
	const route = here.find((candidate) => candidate.method === method);
	if (!route) {
		const allow = here.map((candidate) => candidate.method).join(', ');
		throw new Refusal(405, `${method} is not allowed here`, { allow });
	}
	const id = decode(route.path.exec(path)?.[1] ?? '');
	if (id === undefined) throw new Refusal(400, 'The id is not encoded rightly');
	return { ...route, id };
}

function decode(part: string): string | undefined {
	try {
		return decodeURIComponent(part);
	} catch {
		return undefined;
	}
}
