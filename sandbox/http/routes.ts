import { Refusal, type Answer } from './answer';
import { listAuditLogs } from './auditLogRoutes';
import { createCandidates } from './bulkRoutes';
import type { Call } from './call';
import {
	deleteCandidate,
	getCandidate,
	getInterviewStatus,
	listCandidates,
	updateCandidate,
} from './candidateRoutes';
import { getParsedResume, listDocuments, uploadDocument } from './documentRoutes';
import {
	decideInterview,
	getScorecard,
	listBookingLinks,
	scheduleInterview,
} from './interviewRoutes';
import { addApplicant, getJob, listJobs, replaceJob } from './jobRoutes';
import type { Permission } from './keys';
import { changeUser, readUser, searchUsers } from './secondSurfaceRoutes';
import { generateTemplate, getTemplate, listTemplates } from './templateRoutes';
import { deactivateUser, getUser, inviteUser, listUsers } from './userRoutes';

interface Route {
	method: string;
	path: RegExp;
	permission: Permission;
	answer(call: Call): Answer;
}

const read = (path: RegExp, permission: Permission, answer: Route['answer']): Route => ({
	...{ method: 'GET', path, permission, answer },
});

const change = (
	method: string,
	path: RegExp,
	permission: Permission,
	answer: Route['answer'],
): Route => ({ method, path, permission, answer });

/** `/api/v1/` and a path in which `:id` stands for one part. */
const v1 = (path: string) => new RegExp(`^/api/v1/${path.replace(':id', '([^/]+)')}$`);

const ROUTES: Route[] = [
	read(v1('audit-logs'), 'auditLogs:read', listAuditLogs),
	read(v1('users'), 'users:read', listUsers),
	change('POST', v1('users'), 'users:write', inviteUser),
	read(v1('users/:id'), 'users:read', getUser),
	change('DELETE', v1('users/:id'), 'users:write', deactivateUser),

	read(/^\/api\/users$/, 'users:read', searchUsers),
	read(/^\/api\/users\/([^/]+)$/, 'users:read', readUser),
	change('PATCH', /^\/api\/users\/([^/]+)$/, 'users:write', changeUser),

	read(v1('candidates'), 'hiring:read', listCandidates),
	change('POST', v1('candidates/bulk'), 'hiring:write', createCandidates),
	read(v1('candidates/:id'), 'hiring:read', getCandidate),
	change('PATCH', v1('candidates/:id'), 'hiring:write', updateCandidate),
	change('DELETE', v1('candidates/:id'), 'hiring:write', deleteCandidate),
	read(v1('candidates/:id/status'), 'hiring:read', getInterviewStatus),
	read(v1('candidates/:id/documents'), 'hiring:read', listDocuments),
	change('POST', v1('candidates/:id/documents'), 'hiring:write', uploadDocument),
	read(v1('candidates/:id/documents/parsed'), 'hiring:read', getParsedResume),

	read(v1('jobs'), 'hiring:read', listJobs),
	read(v1('jobs/:id'), 'hiring:read', getJob),
	change('PUT', v1('jobs/:id'), 'hiring:write', replaceJob),
	change('POST', v1('jobs/:id/applicants'), 'hiring:write', addApplicant),

	read(v1('interviews/booking-links'), 'hiring:read', listBookingLinks),
	change('POST', v1('interviews/:id/schedule'), 'hiring:write', scheduleInterview),
	change('POST', v1('interviews/:id/decision'), 'hiring:write', decideInterview),
	read(v1('interviews/:id/scorecard'), 'hiring:read', getScorecard),

	read(v1('templates'), 'hiring:read', listTemplates),
	change('POST', v1('templates/generate'), 'hiring:read', generateTemplate),
	read(v1('templates/:id'), 'hiring:read', getTemplate),
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
