import type { Behaviour } from '../../sandbox/behaviour';
import type { Facts } from '../../sandbox/tenantReport/facts';

import { HIRING_SWITCHES } from './hiringSwitches';

type Setting = Partial<Behaviour>;

/** One value of a switch, and how a check sees it. */
interface Seen {
	/** The switch, and what else it takes to show. */
	set: Setting;
	/** What the report must say. */
	facts: Partial<Facts>;
	/** The check must write to see it. */
	write?: true;
}

/** Why no check can see a switch from outside. */
interface Unseen {
	unseen: string;
	set: Setting[];
}

const seen = (set: Setting, facts: Partial<Facts>): Seen => ({ set, facts });
const whenWriting = (set: Setting, facts: Partial<Facts>): Seen => ({ set, facts, write: true });

/** Every switch of the sandbox: a new one must say here how it shows, or that it doesn't. */
export const SWITCHES: Record<keyof Behaviour, Seen[] | Unseen> = {
	sortOrder: [
		seen({ sortOrder: 'newest' }, { sortOrder: 'newest' }),
		seen({ sortOrder: 'oldest' }, { sortOrder: 'oldest' }),
		seen({ sortOrder: 'arbitrary-stable' }, { sortOrder: 'arbitrary-stable' }),
	],
	sinceInclusive: [
		seen({ sinceInclusive: true }, { sinceInclusive: true }),
		seen({ sinceInclusive: false }, { sinceInclusive: false }),
		seen({ sinceInclusive: true, sortOrder: 'oldest' }, { sinceInclusive: true }),
		seen({ sinceInclusive: true, sortOrder: 'arbitrary-stable' }, { sinceInclusive: true }),
	],
	sincePrecision: [
		seen({ sincePrecision: 'millisecond' }, { sincePrecision: 'millisecond' }),
		seen({ sincePrecision: 'second' }, { sincePrecision: 'second', sinceInclusive: false }),
		seen(
			{ sincePrecision: 'second', sinceInclusive: true },
			{ sincePrecision: 'second', sinceInclusive: true },
		),
	],
	deactivatedListed: (['status', 'active', 'is_active', 'is_enabled'] as const).map((field) =>
		seen({ deactivatedListed: field }, { inactiveListed: true }),
	),
	visibilityDelay: {
		unseen: 'Reading once shows no lateness; watching does (watch.test.ts)',
		set: [{ visibilityDelay: 5_000 }, { visibilityDelay: { share: 0.5, maxMs: 5_000 } }],
	},
	total: [
		seen({ total: 'exact' }, { total: 'exact' }),
		seen({ total: 'missing' }, { total: 'missing' }),
		seen({ total: 'wrong' }, { total: 'tooLow' }),
		seen({ total: 'tooHigh' }, { total: 'tooHigh' }),
		seen({ total: 'unfiltered' }, { total: 'unfiltered' }),
		seen({ total: 'noPagination' }, { total: 'noPagination' }),
		seen({ total: 'missing', sortOrder: 'oldest' }, { total: 'missing', sinceInclusive: false }),
		seen({ total: 'wrong', sortOrder: 'oldest' }, { total: 'tooLow', sinceInclusive: false }),
		seen({ total: 'tooHigh', sortOrder: 'oldest' }, { total: 'tooHigh' }),
		seen({ total: 'unfiltered', sortOrder: 'arbitrary-stable' }, { total: 'unfiltered' }),
	],
	pageCap: [
		seen({ pageCap: null }, { pageCap: 'none' }),
		seen({ pageCap: 25 }, { pageCap: 25 }),
		seen({ pageCap: 50, sortOrder: 'oldest' }, { pageCap: 50, sinceInclusive: false }),
		seen({ pageCap: 10, sortOrder: 'arbitrary-stable' }, { pageCap: 10 }),
		seen({ pageCap: 1 }, { pageCap: 1 }),
	],
	echoedLimit: [
		seen({ echoedLimit: 'asked', pageCap: 25 }, { echoedLimit: 'asked' }),
		seen({ echoedLimit: 'served', pageCap: 25 }, { echoedLimit: 'served' }),
	],
	defaultLimit: [
		seen({ defaultLimit: 20 }, { auditLogDefaultLimit: 20, userDefaultLimit: 20 }),
		seen({ defaultLimit: 7 }, { auditLogDefaultLimit: 7, userDefaultLimit: 7 }),
		seen({ defaultLimit: 100 }, { auditLogDefaultLimit: 100, userDefaultLimit: null }),
	],
	insertDuringPage: {
		unseen: 'A tenant in which much happens looks the same',
		set: [{ insertDuringPage: 3 }],
	},
	removeDuringPage: {
		unseen: 'A tenant that clears its log looks the same',
		set: [{ removeDuringPage: 2 }],
	},
	userAnswer: [
		seen({ userAnswer: 'bare' }, { userAnswer: 'bare' }),
		seen({ userAnswer: 'data' }, { userAnswer: 'data' }),
		seen({ userAnswer: 'user' }, { userAnswer: 'user' }),
	],
	createAnswer: [
		whenWriting({ createAnswer: 'bare' }, { createAnswer: 'bare' }),
		whenWriting({ createAnswer: 'data' }, { createAnswer: 'data' }),
		whenWriting({ createAnswer: 'user' }, { createAnswer: 'user' }),
	],
	createStatus: [
		whenWriting({ createStatus: 200 }, { createStatus: 200 }),
		whenWriting({ createStatus: 201 }, { createStatus: 201 }),
	],
	deleteAnswer: [
		whenWriting({ deleteAnswer: 204 }, { deleteStatus: 204, deleteBody: 'empty' }),
		whenWriting({ deleteAnswer: 200 }, { deleteStatus: 200, deleteBody: 'empty' }),
		whenWriting({ deleteAnswer: '200-body' }, { deleteStatus: 200, deleteBody: 'success' }),
	],
	conflictStatus: [
		whenWriting({ conflictStatus: 409 }, { conflictStatus: 409 }),
		whenWriting({ conflictStatus: 400 }, { conflictStatus: 400 }),
		whenWriting({ conflictStatus: 422 }, { conflictStatus: 422 }),
		whenWriting({ conflictStatus: 200 }, { conflictStatus: 200 }),
	],
	invalidStatus: [
		whenWriting({ invalidStatus: 422 }, { invalidStatus: 422 }),
		whenWriting({ invalidStatus: 400 }, { invalidStatus: 400 }),
	],
	inviteDeactivated: {
		unseen: 'Inviting a deactivated person would leave an invited one behind',
		set: [{ inviteDeactivated: 'conflict' }, { inviteDeactivated: 'reactivate' }],
	},
	invitedListed: [
		whenWriting({ invitedListed: true }, { invitedListed: true }),
		whenWriting({ invitedListed: false }, { invitedListed: false, deleteStatus: 204 }),
	],
	usersCap: [
		seen({ usersCap: null }, { usersCap: 'none' }),
		seen({ usersCap: 25 }, { usersCap: 25 }),
		seen({ usersCap: 10, emailFilter: 'contains' }, { usersCap: 10 }),
	],
	usersMaxLimit: [
		seen({ usersMaxLimit: null }, { usersMaxLimit: 'none' }),
		seen({ usersMaxLimit: 1_000 }, { usersMaxLimit: 1_000 }),
		seen({ usersMaxLimit: 100 }, { usersMaxLimit: 100 }),
		seen({ usersMaxLimit: 50 }, { usersMaxLimit: 50, usersCap: null }),
		// The values between are not tried: at least 250, less than 500.
		seen({ usersMaxLimit: 300 }, { usersMaxLimit: 250 }),
	],
	emailFilter: [
		seen({ emailFilter: 'exact' }, { emailFilter: 'exact' }),
		seen({ emailFilter: 'ignoreCase' }, { emailFilter: 'ignoreCase' }),
		seen({ emailFilter: 'contains' }, { emailFilter: 'contains' }),
		seen({ emailFilter: 'ignored' }, { emailFilter: 'ignored', emailUnknown: 'ignored' }),
	],
	deactivatedUserGet: [
		seen({ deactivatedUserGet: 200 }, { deactivatedUserGet: 200 }),
		seen({ deactivatedUserGet: 404 }, { deactivatedUserGet: 404 }),
		whenWriting({ deactivatedUserGet: 404 }, { deactivatedUserGet: 404 }),
	],
	deactivatedUserDelete: [
		whenWriting({ deactivatedUserDelete: 'again' }, { deactivatedUserDelete: 204 }),
		whenWriting({ deactivatedUserDelete: 404 }, { deactivatedUserDelete: 404 }),
	],
	unknownParameters: [
		seen({ unknownParameters: 'reject' }, { unknownParameters: 'reject', userOffset: 'rejected' }),
		seen({ unknownParameters: 'ignore' }, { unknownParameters: 'ignore', userOffset: 'ignored' }),
	],
	errorBody: (
		[
			'message',
			'error',
			'errorObject',
			'errors',
			'detail',
			'title',
			'text',
			'html',
			'empty',
		] as const
	).map((errorBody) => seen({ errorBody }, { errorBody, wrongKeyBody: errorBody })),
	latencyMs: [
		seen({ latencyMs: 0 }, { fastestAnswer: 'under50ms' }),
		seen({ latencyMs: 60 }, { fastestAnswer: 'under200ms' }),
	],
	workers: {
		unseen: 'A check sends its requests one after the other, so that none waits for another',
		set: [{ workers: null }, { workers: 1 }],
	},
	rateLimit: [
		seen({ rateLimit: null }, { rateLimitMet: false, retryAfter: null }),
		// Which limit it is can't be seen, only that there is one.
		seen({ rateLimit: 5 }, { rateLimitMet: true }),
	],
	retryAfter: [
		seen({ retryAfter: 'seconds', rateLimit: 5 }, { retryAfter: 'seconds' }),
		seen({ retryAfter: 'date', rateLimit: 5 }, { retryAfter: 'date' }),
		seen({ retryAfter: 'none', rateLimit: 5 }, { retryAfter: 'none' }),
	],
	clockOffsetMs: [
		seen({ clockOffsetMs: 0 }, { clockAheadSeconds: 0 }),
		seen({ clockOffsetMs: 120_000 }, { clockAheadSeconds: 120 }),
		seen({ clockOffsetMs: -3_600_000 }, { clockAheadSeconds: -3600 }),
	],
	dateHeader: [
		seen({ dateHeader: 'on' }, { dateHeader: 'on' }),
		seen({ dateHeader: 'off' }, { dateHeader: 'off', clockAheadSeconds: null }),
	],
	dateHeaderOffsetMs: [
		seen({ dateHeaderOffsetMs: 0 }, { eventsAheadOfDateSeconds: null }),
		seen({ dateHeaderOffsetMs: -300_000 }, { eventsAheadOfDateSeconds: 300 }),
		// Ahead of the events, it looks like a tenant in which nothing has happened lately.
		seen({ dateHeaderOffsetMs: 300_000 }, { eventsAheadOfDateSeconds: null }),
		whenWriting({ dateHeaderOffsetMs: 300_000 }, { eventsAheadOfDateSeconds: -300 }),
	],
	...HIRING_SWITCHES,
};
