import { DEFAULT_BEHAVIOUR, type Behaviour } from './behaviour';
import { HIRING_RULES } from './hiringRules';
import { atLeastOne, count, duration, oneOf, orNull, signed, type Rule } from './rules';

const RULES: Record<keyof Behaviour, Rule> = {
	sortOrder: oneOf('newest', 'oldest', 'arbitrary-stable'),
	sinceInclusive: oneOf(true, false),
	sincePrecision: oneOf('millisecond', 'second'),
	visibilityDelay: (value) =>
		duration(value) ||
		(typeof value === 'object' &&
			value !== null &&
			'share' in value &&
			duration(value.share) &&
			'maxMs' in value &&
			duration(value.maxMs)),
	total: oneOf('exact', 'missing', 'wrong', 'tooHigh', 'unfiltered', 'noPagination'),
	pageCap: orNull(atLeastOne),
	echoedLimit: oneOf('asked', 'served'),
	defaultLimit: atLeastOne,
	insertDuringPage: count,
	removeDuringPage: count,
	userAnswer: oneOf('bare', 'data', 'user'),
	createAnswer: oneOf('bare', 'data', 'user'),
	createStatus: oneOf(200, 201),
	deleteAnswer: oneOf(204, 200, '200-body'),
	conflictStatus: oneOf(409, 400, 422, 200),
	invalidStatus: oneOf(422, 400),
	inviteDeactivated: oneOf('conflict', 'reactivate'),
	invitedListed: oneOf(true, false),
	usersCap: orNull(atLeastOne),
	usersMaxLimit: orNull(atLeastOne),
	emailFilter: oneOf('exact', 'ignoreCase', 'contains', 'ignored'),
	deactivatedListed: oneOf('status', 'active', 'is_active', 'is_enabled', null),
	deactivatedUserGet: oneOf(200, 404),
	deactivatedUserDelete: oneOf('again', 404),
	unknownParameters: oneOf('reject', 'ignore'),
	errorBody: oneOf(
		'message',
		'error',
		'errorObject',
		'errors',
		'detail',
		'title',
		'text',
		'html',
		'empty',
	),
	latencyMs: duration,
	workers: orNull(atLeastOne),
	rateLimit: orNull(atLeastOne),
	retryAfter: oneOf('seconds', 'date', 'none'),
	clockOffsetMs: signed,
	dateHeader: oneOf('on', 'off'),
	dateHeaderOffsetMs: signed,
	...HIRING_RULES,
};

function isSwitch(name: string): name is keyof Behaviour {
	return Object.hasOwn(RULES, name);
}

/**
 * Sets switches, all or none of them.
 * @throws {RangeError} naming a switch or a value that doesn't exist: a test with a typing
 * error in it would otherwise pass for the wrong reason
 */
export function setBehaviour(behaviour: Behaviour, changes: object): void {
	for (const [name, value] of Object.entries(changes)) {
		if (!isSwitch(name)) throw new RangeError(`The sandbox has no switch "${name}"`);
		if (!RULES[name](value)) {
			throw new RangeError(`"${name}" cannot be ${JSON.stringify(value)}`);
		}
	}
	Object.assign(behaviour, changes);
}

/** The defaults with the given changes; sealed, so that setting an unknown switch throws. */
export function createBehaviour(changes: object = {}): Behaviour {
	const behaviour = Object.seal({ ...DEFAULT_BEHAVIOUR });
	setBehaviour(behaviour, changes);
	return behaviour;
}
