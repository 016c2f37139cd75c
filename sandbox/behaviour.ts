import { DEFAULT_HIRING_BEHAVIOUR, type HiringBehaviour } from './hiringBehaviour';

export type SortOrder = 'newest' | 'oldest' | 'arbitrary-stable';

/** Where a single user stands in the answer: `{…}`, `{data: {…}}` or `{user: {…}}`. */
export type Wrapping = 'bare' | 'data' | 'user';

/**
 * Everything that the vendor's reference leaves open, as switches. They may be changed at
 * any time and hold from the next request on.
 */
export interface Behaviour extends HiringBehaviour {
	/** Order of the audit logs. */
	sortOrder: SortOrder;
	/** Whether an event created at `since` itself belongs to the answer. */
	sinceInclusive: boolean;
	/** `second` rounds `since` to the nearest second before it is compared. */
	sincePrecision: 'millisecond' | 'second';
	/** How long a new event stays invisible: ms for each, or up to `maxMs` for a share of them. */
	visibilityDelay: number | { share: number; maxMs: number };
	/** `pagination.total`: `wrong` is half of it; `unfiltered` ignores `action` and `since`. */
	total: 'exact' | 'missing' | 'wrong' | 'tooHigh' | 'unfiltered' | 'noPagination';
	/** The most audit logs that one page holds, whatever `limit` says; null = as asked. */
	pageCap: number | null;
	/** Whether `pagination.limit` repeats what was asked or what was served. */
	echoedLimit: 'asked' | 'served';
	/** The `limit` of both lists when none is sent. */
	defaultLimit: number;
	/** Events that are written while a page of audit logs is on its way. */
	insertDuringPage: number;
	/** Oldest events that retention removes while a page is on its way. */
	removeDuringPage: number;
	/** `GET /users/{id}`. */
	userAnswer: Wrapping;
	/** `POST /users`. */
	createAnswer: Wrapping;
	createStatus: 200 | 201;
	/** `DELETE /users/{id}`: no body, an empty body, or `{success: true}`. */
	deleteAnswer: 204 | 200 | '200-body';
	/** The answer to an invitation of an address that exists; 200 answers the existing user. */
	conflictStatus: 409 | 400 | 422 | 200;
	/** The answer to an invitation with missing or invalid fields. */
	invalidStatus: 422 | 400;
	/** Whether inviting a deactivated user is a conflict or brings the user back. */
	inviteDeactivated: 'conflict' | 'reactivate';
	/** Whether an invited user counts as active before the invitation is accepted. */
	invitedListed: boolean;
	/** The most users that a list holds, silently cut; null = all. */
	usersCap: number | null;
	/** The largest `limit` that `GET /users` accepts (above: 400); null = any. */
	usersMaxLimit: number | null;
	/** How `GET /users?email=` compares; `ignored` answers as if nothing was asked. */
	emailFilter: 'exact' | 'ignoreCase' | 'contains' | 'ignored';
	/** The field by which lists of users show deactivated people, too; null = only active ones. */
	deactivatedListed: 'status' | 'active' | 'is_active' | 'is_enabled' | null;
	deactivatedUserGet: 200 | 404;
	/** `DELETE` of a user who is deactivated already: as the first time, or 404. */
	deactivatedUserDelete: 'again' | 404;
	/** Query parameters and body fields that the reference doesn't name. */
	unknownParameters: 'reject' | 'ignore';
	/** Where an error's text stands. */
	errorBody:
		'message' | 'error' | 'errorObject' | 'errors' | 'detail' | 'title' | 'text' | 'html' | 'empty';
	/** From request to answer, in ms; the request is acted on halfway. */
	latencyMs: number;
	/** So many requests are worked on at a time, the others wait in a queue. null = all of them. */
	workers: number | null;
	/** Requests per second; above it, 429. null = no limit. */
	rateLimit: number | null;
	/** The form of `Retry-After` on a 429 of the rate limit. */
	retryAfter: 'seconds' | 'date' | 'none';
	/** How far the tenant's clock runs ahead of this machine's, in ms. */
	clockOffsetMs: number;
	dateHeader: 'on' | 'off';
	/** How far the `Date` header runs ahead of the clock that stamps events, in ms. */
	dateHeaderOffsetMs: number;
}

export const DEFAULT_BEHAVIOUR: Readonly<Behaviour> = {
	sortOrder: 'newest',
	sinceInclusive: false,
	sincePrecision: 'millisecond',
	visibilityDelay: 0,
	total: 'exact',
	pageCap: null,
	echoedLimit: 'asked',
	defaultLimit: 20,
	insertDuringPage: 0,
	removeDuringPage: 0,
	userAnswer: 'bare',
	createAnswer: 'bare',
	createStatus: 201,
	deleteAnswer: 204,
	conflictStatus: 409,
	invalidStatus: 422,
	inviteDeactivated: 'conflict',
	invitedListed: true,
	usersCap: null,
	usersMaxLimit: null,
	emailFilter: 'exact',
	deactivatedListed: null,
	deactivatedUserGet: 200,
	deactivatedUserDelete: 'again',
	unknownParameters: 'reject',
	errorBody: 'message',
	latencyMs: 0,
	workers: null,
	rateLimit: null,
	retryAfter: 'seconds',
	clockOffsetMs: 0,
	dateHeader: 'on',
	dateHeaderOffsetMs: 0,
	...DEFAULT_HIRING_BEHAVIOUR,
};
