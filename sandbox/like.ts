import type { Facts } from './tenantReport/facts';
import { readReport } from './tenantReport/format';
import { DEFAULT_BEHAVIOUR, type Behaviour } from './behaviour';
import { createBehaviour } from './behaviourRules';

/** The switches that make the sandbox answer as a tenant did, and what no switch can tell. */
export interface Likeness {
	behaviour: Partial<Behaviour>;
	/** Names of findings that the sandbox can't imitate. */
	notImitated: string[];
}

/** So many requests a second are few enough for a check to meet the limit. */
const LOW_RATE_LIMIT = 3;

/** Where a report names no more than a range: a value in it. In ms. */
const LATENCY: Record<NonNullable<Facts['fastestAnswer']>, number> = {
	under50ms: 0,
	under200ms: 100,
	under1s: 400,
	under5s: 2_000,
	slower: 6_000,
};

const TOTALS: Partial<Record<string, Behaviour['total']>> = {
	exact: 'exact',
	missing: 'missing',
	noPagination: 'noPagination',
	tooLow: 'wrong',
	tooHigh: 'tooHigh',
	unfiltered: 'unfiltered',
};

/**
 * Reads a report of `npm run check:tenant`. What it has not seen stays as the sandbox has it.
 * @throws {Error} in plain words when the text is no report, or of a version that isn't known
 */
export function behaviourLike(text: string): Likeness {
	const { facts } = readReport(text);
	const seen = { ...plainSwitches(facts), ...timeSwitches(facts), ...writeSwitches(facts) };
	const behaviour: Record<string, unknown> = {};
	const notImitated = unswitched(facts);
	for (const [name, value] of Object.entries(seen)) {
		if (value === null || value === undefined) continue;
		if (isSettable(name, value)) behaviour[name] = value;
		else notImitated.push(name);
	}
	return { behaviour, notImitated };
}

function plainSwitches(facts: Facts): Record<string, unknown> {
	return {
		sortOrder: facts.sortOrder,
		sinceInclusive: facts.sinceInclusive,
		sincePrecision: facts.sincePrecision,
		total: facts.total === null ? null : (TOTALS[facts.total] ?? facts.total),
		pageCap: capOf(facts.pageCap),
		echoedLimit: facts.echoedLimit,
		// A list that is capped lower shows the cap instead.
		defaultLimit: Math.max(facts.auditLogDefaultLimit ?? 0, facts.userDefaultLimit ?? 0) || null,
		userAnswer: facts.userAnswer,
		usersCap: capOf(facts.usersCap),
		usersMaxLimit: capOf(facts.usersMaxLimit),
		emailFilter: facts.emailFilter,
		// By which field it shows makes no difference to who reads it.
		deactivatedListed: facts.inactiveListed ? 'is_active' : null,
		deactivatedUserGet: facts.deactivatedUserGet,
		unknownParameters: facts.unknownParameters,
		errorBody: facts.errorBody,
		rateLimit: facts.rateLimitMet ? LOW_RATE_LIMIT : null,
		retryAfter: facts.retryAfter,
		latencyMs: facts.fastestAnswer === null ? null : LATENCY[facts.fastestAnswer],
	};
}

/** The sandbox's word for "no cap" is null, which is its default, too. */
const capOf = (cap: number | 'none' | null) => (cap === 'none' ? null : cap);

function timeSwitches(facts: Facts): Record<string, unknown> {
	const { lateShare, lateBySeconds, eventsAheadOfDateSeconds, clockAheadSeconds } = facts;
	const lateMs = (lateBySeconds ?? 0) * 1000;
	const eventsAhead = eventsAheadOfDateSeconds ?? 0;
	return {
		visibilityDelay: lateShare === 'some' ? { share: 0.5, maxMs: lateMs } : lateMs,
		dateHeader: facts.dateHeader,
		dateHeaderOffsetMs: -eventsAhead * 1000 || 0,
		clockOffsetMs: clockAheadSeconds === null ? null : (clockAheadSeconds + eventsAhead) * 1000,
	};
}

function writeSwitches(facts: Facts): Record<string, unknown> {
	const { conflictStatus, deactivatedUserDelete, deleteStatus, deleteBody } = facts;
	return {
		createAnswer: facts.createAnswer,
		createStatus: facts.createStatus,
		conflictStatus,
		invalidStatus: facts.invalidStatus,
		invitedListed: facts.invitedListed,
		deleteAnswer: deleteBody === 'success' && deleteStatus === 200 ? '200-body' : deleteStatus,
		deactivatedUserDelete:
			deactivatedUserDelete !== null && deactivatedUserDelete < 300
				? 'again'
				: deactivatedUserDelete,
	};
}

/** What the sandbox always does in one way, and this tenant in another. */
const ALWAYS: Partial<Facts> = {
	auditLogAnswer: 'list',
	auditLogIds: 'text',
	auditLogRepeats: false,
	createdAt: 'utcMilliseconds',
	limitAboveMaximum: 'rejected',
	limitZero: 'rejected',
	offset: 'works',
	offsetBeyondEnd: 'empty',
	sinceInvalid: 'rejected',
	actionFilter: 'filters',
	actionCase: 'exact',
	actionUnknown: 'empty',
	userListAnswer: 'list',
	userIds: 'text',
	userLimit: 'honoured',
	unknownRoles: false,
	otherUserAnswered: false,
	unknownUserStatus: 404,
	oddUserIdStatus: 404,
	wrongKeyStatus: 401,
	rateLimitHeaders: 'none',
	compression: 'none',
	deactivatedListed: false,
};

function unswitched(facts: Facts): string[] {
	return Object.entries(ALWAYS).flatMap(([name, value]) => {
		const found = Object.entries(facts).find(([fact]) => fact === name)?.[1];
		return found === null || found === value ? [] : [name];
	});
}

function isSettable(name: string, value: unknown): boolean {
	if (!Object.hasOwn(DEFAULT_BEHAVIOUR, name)) return false;
	try {
		createBehaviour({ [name]: value });
		return true;
	} catch {
		return false;
	}
}
