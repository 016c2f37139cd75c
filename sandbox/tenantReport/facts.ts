import { z } from 'zod';

/** What came back where a list was expected. */
export const ANSWERS = [
	'list',
	'otherList',
	'webPage',
	'redirect',
	'brokenJson',
	'otherJson',
	'empty',
	'text',
	'tooLarge',
	'status',
	'none',
] as const;

export const WRAPPINGS = ['bare', 'data', 'user', 'other'] as const;

export const ERROR_BODIES = [
	'message',
	'error',
	'errorObject',
	'errors',
	'detail',
	'title',
	'text',
	'html',
	'empty',
	'other',
] as const;

export const PROBES = [
	'pages',
	'limits',
	'recent',
	'since',
	'action',
	'userList',
	'email',
	'oneUser',
	'unlisted',
	'wrongKey',
	'watch',
	'write',
] as const;

const status = z.number().int().min(100).max(599);
const rowCount = z.number().int().min(1).max(1_000_000);
const seconds = z.number().int().min(-10_000_000_000).max(10_000_000_000);
/** What is done with a value that the reference doesn't allow or foresee. */
const oddValue = z.enum(['rejected', 'ignored', 'empty', 'serverError', 'other']);
const ids = z.enum(['text', 'number', 'unsafeNumber', 'missing', 'mixed']);

/**
 * All that a check may find out: enumerated words, numbers and yes or no, so that nothing of a
 * tenant's data fits into a report. Null means "not seen".
 */
const FACTS = {
	// The audit log
	auditLogAnswer: z.enum(ANSWERS),
	auditLogStatus: status,
	auditLogIds: ids,
	auditLogRepeats: z.boolean(),
	createdAt: z.enum(['utcMilliseconds', 'utc', 'offset', 'noZone', 'epoch', 'other', 'mixed']),
	sortOrder: z.enum(['newest', 'oldest', 'arbitrary-stable', 'unstable']),
	pageCap: z.union([rowCount, z.literal('none')]),
	echoedLimit: z.enum(['asked', 'served', 'other']),
	auditLogDefaultLimit: rowCount,
	limitAboveMaximum: z.enum(['rejected', 'cut', 'served', 'other']),
	limitZero: oddValue,
	offset: z.enum(['works', 'ignored', 'rejected']),
	offsetBeyondEnd: z.enum(['empty', 'rejected', 'rows', 'serverError', 'other']),
	total: z.enum([
		'exact',
		'missing',
		'tooLow',
		'tooHigh',
		'unfiltered',
		'noPagination',
		'notANumber',
	]),
	sinceInclusive: z.boolean(),
	sincePrecision: z.enum([
		'millisecond',
		'second',
		'secondDown',
		'secondUp',
		'coarser',
		'ignored',
		'other',
	]),
	sinceInvalid: oddValue,
	actionFilter: z.enum(['filters', 'ignored', 'findsNothing']),
	actionCase: z.enum(['exact', 'ignoreCase', 'rejected']),
	actionUnknown: oddValue,
	lateShare: z.enum(['none', 'some', 'all']),
	lateBySeconds: z.number().int().min(0).max(100_000),
	// Users
	userListAnswer: z.enum(ANSWERS),
	userListStatus: status,
	userIds: ids,
	usersMaxLimit: z.union([rowCount, z.literal('none')]),
	usersCap: z.union([rowCount, z.literal('none')]),
	userDefaultLimit: rowCount,
	userLimit: z.enum(['honoured', 'ignored']),
	userOffset: z.enum(['works', 'ignored', 'rejected', 'other']),
	inactiveListed: z.boolean(),
	unknownRoles: z.boolean(),
	emailFilter: z.enum(['exact', 'ignoreCase', 'contains', 'ignored', 'findsNothing']),
	emailUnknown: oddValue,
	userAnswer: z.enum(WRAPPINGS),
	otherUserAnswered: z.boolean(),
	unknownUserStatus: status,
	oddUserIdStatus: status,
	deactivatedUserGet: status,
	// Any request
	unknownParameters: z.enum(['reject', 'ignore', 'other']),
	errorBody: z.enum(ERROR_BODIES),
	wrongKeyStatus: status,
	wrongKeyBody: z.enum(ERROR_BODIES),
	dateHeader: z.enum(['on', 'off']),
	clockAheadSeconds: seconds,
	eventsAheadOfDateSeconds: seconds,
	rateLimitMet: z.boolean(),
	retryAfter: z.enum(['seconds', 'date', 'none', 'other']),
	rateLimitHeaders: z.enum(['none', 'standard', 'x']),
	compression: z.enum(['none', 'gzip', 'deflate', 'br', 'other']),
	fastestAnswer: z.enum(['under50ms', 'under200ms', 'under1s', 'under5s', 'slower']),
	// Only with --write
	createStatus: status,
	createAnswer: z.enum(WRAPPINGS),
	conflictStatus: status,
	invalidStatus: status,
	invitedListed: z.boolean(),
	deleteStatus: status,
	deleteBody: z.enum(['empty', 'success', 'other']),
	deactivatedListed: z.boolean(),
	deactivatedUserDelete: status,
	invitationLogged: z.boolean(),
	// The check itself
	unfinished: z.array(z.enum(PROBES)),
} as const;

const nullable = Object.fromEntries(
	Object.entries(FACTS).map(([name, type]) => [name, type.nullable()]),
) as { [Name in keyof typeof FACTS]: z.ZodNullable<(typeof FACTS)[Name]> };

export const factsSchema = z.object(nullable).strict();

export type Facts = z.infer<typeof factsSchema>;
export type FactName = keyof Facts;
export type Probe = (typeof PROBES)[number];

export const FACT_NAMES = Object.keys(FACTS) as FactName[];

/** Nothing is seen yet. */
export function noFacts(): Facts {
	return factsSchema.parse(Object.fromEntries(FACT_NAMES.map((name) => [name, null])));
}
