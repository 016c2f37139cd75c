import type { Failure } from 'n8n-workflow';

import type { FailureReason } from '../http/outcome';
import * as messages from './messages';
import type { CallMessages, ErrorDetails } from './messages';

interface Classification extends Pick<
	ErrorDetails,
	'message' | 'failure' | 'wrongAddress' | 'notFound'
> {
	/**
	 * What to do, where the request was not carried out or may be repeated. Where it may have been carried
	 * out, what the call says of that (`uncertain`) takes its place.
	 */
	retryAdvice?: string;
}

export interface ResponseFacts {
	status: number;
	/** The origin that was asked. */
	baseUrl: string;
	/** The body is a web page. */
	isPage: boolean;
	isEmpty: boolean;
	/** A 404 speaks of a thing, and not of an address. */
	isAboutRecord: boolean;
	/** What `Retry-After` asks for. */
	retryAfterMs?: number;
	/** Another origin that a redirect leads to. */
	redirectedTo?: string;
}

const TO_CONFIGURE: Failure = { cause: 'configuration-invalid' };
const DEAD_KEY: Failure = { cause: 'credential-invalid' };
const PASSING: Failure = { cause: 'temporarily-unavailable' };

/** Statuses that say "the request itself is not acceptable". */
export const REJECTED = [400, 413, 414, 415, 422];

type Rule = [
	applies: (response: ResponseFacts) => boolean,
	classify: (response: ResponseFacts, call: CallMessages, subject: string) => Classification,
];

const is =
	(...statuses: number[]) =>
	({ status }: ResponseFacts) =>
		statuses.includes(status);

/** From top to bottom, the first that applies. */
const RULES: Rule[] = [
	[is(401), () => ({ message: messages.KEY_REFUSED, failure: DEAD_KEY })],
	[
		is(403),
		(_, { permission }) => ({ message: messages.notAllowed(permission), failure: TO_CONFIGURE }),
	],
	[
		is(429),
		({ retryAfterMs }) => ({
			message: messages.TOO_MANY,
			retryAdvice: messages.againAfter(formatDuration(retryAfterMs)),
			failure: { cause: 'rate-limited', ...(retryAfterMs && { retryAfterMs }) },
		}),
	],
	[
		is(408, 502, 503, 504),
		({ status, retryAfterMs }) => ({
			message: messages.unavailable(status),
			retryAdvice: messages.againAfter(formatDuration(retryAfterMs)),
			failure: { ...PASSING, ...(retryAfterMs && { retryAfterMs }) },
		}),
	],
	[
		({ status }) => status >= 500,
		({ status }) => passing(messages.crashed(status), messages.AGAIN_OR_SUPPORT),
	],
	// A part of an answer, or none because a cache takes the last one for good enough.
	[
		is(206, 304),
		({ status, baseUrl }) =>
			passing(messages.incomplete(baseUrl, status), messages.AGAIN_OR_ADDRESS),
	],
	[
		({ status }) => status >= 300 && status < 400,
		({ baseUrl, redirectedTo }) => wrongAddress(messages.redirected(baseUrl, redirectedTo)),
	],
	// Other sites answer 404 with a page; that must never pass for "no such user".
	[
		({ status, isPage }) => isPage && status >= 400 && !REJECTED.includes(status) && status !== 409,
		({ baseUrl }, { missing, field }) =>
			wrongAddress(messages.webPage(baseUrl) + (missing ? messages.orCheck(field) : '')),
	],
	// A page with a good status may also be a notice of maintenance: that passes.
	[
		({ status, isPage }) => isPage && status < 300,
		({ baseUrl }) => passing(messages.webPage(baseUrl)),
	],
	[
		({ status, isEmpty }) => status < 300 && isEmpty,
		({ baseUrl }) => passing(messages.emptyAnswer(baseUrl), messages.AGAIN_OR_ADDRESS),
	],
	[
		({ status }) => status < 300,
		({ baseUrl }) => passing(messages.unreadable(baseUrl), messages.AGAIN_OR_ADDRESS),
	],
	[
		is(404),
		({ baseUrl, isAboutRecord }, { missing }, subject) => {
			if (!missing) return wrongAddress(messages.nothingThere(baseUrl));
			const message = missing(subject);
			return isAboutRecord
				? { message, failure: TO_CONFIGURE, notFound: true }
				: { message: message + messages.orOtherServer, failure: TO_CONFIGURE };
		},
	],
	[
		is(409),
		({ status }, { conflict }, subject) => ({
			message: conflict?.(subject) ?? messages.otherStatus(status),
			failure: TO_CONFIGURE,
		}),
	],
	[
		is(...REJECTED),
		(_, { rejected }, subject) => ({ message: rejected(subject), failure: TO_CONFIGURE }),
	],
];

function wrongAddress(message: string): Classification {
	return { message, failure: TO_CONFIGURE, wrongAddress: true };
}

function passing(message: string, retryAdvice?: string): Classification {
	return { message, retryAdvice, failure: PASSING };
}

/** What a response that holds no result means. */
export function classifyResponse(
	response: ResponseFacts,
	call: CallMessages,
	subject: string,
): Classification {
	const rule = RULES.find(([applies]) => applies(response));
	return rule
		? rule[1](response, call, subject)
		: { message: messages.otherStatus(response.status), failure: TO_CONFIGURE };
}

const CAUSES: Partial<Record<FailureReason, Failure>> = {
	refused: PASSING,
	dns: PASSING,
	timeout: PASSING,
	dropped: PASSING,
	unreachable: PASSING,
	budgetExceeded: PASSING,
	tooLarge: PASSING,
	notHttp: TO_CONFIGURE,
	certificate: TO_CONFIGURE,
};

/**
 * What it means that no response came.
 * @param said n8n's own words, without the API key
 */
export function classifyFailure(
	reason: FailureReason,
	baseUrl: string,
	said?: string,
): Classification {
	return {
		message: messages.TRANSPORT_FAILURES[reason](baseUrl, said),
		retryAdvice: messages.REPEAT_AFTER_FAILURE[reason],
		failure: CAUSES[reason],
	};
}

/** `45 seconds`, `3 minutes`, `2 hours`: rounded up, so that it is over by then. */
export function formatDuration(ms: number | undefined): string | undefined {
	if (ms === undefined) return undefined;
	const seconds = Math.ceil(ms / 1000);
	const [count, unit] =
		seconds < 120
			? [seconds, 'second']
			: seconds < 7200
				? [Math.ceil(seconds / 60), 'minute']
				: [Math.ceil(seconds / 3600), 'hour'];
	return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
