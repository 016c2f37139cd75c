import type { IDataObject } from 'n8n-workflow';

import { header, MAX_REFUSAL_BYTES, mayHaveBeenProcessed } from '../http/outcome';
import type { HttpResponse, Outcome } from '../http/outcome';
import { isRecord } from '../http/record';
import type { Redactor } from '../http/redact';
import { retryAfter } from '../http/retry';
import { classifyFailure, classifyResponse } from './classify';
import { isWebPage, quote, serverMessage, shorten } from './serverMessage';
import type { CallMessages, ErrorDetails } from './messages';

/**
 * Puts into words why a call has no result: what happened and how to fix it. The API's own words
 * go into the description, and the API key into neither.
 * @param now ms since the epoch
 */
export function toErrorDetails(
	call: { messages: CallMessages; subject?: string },
	outcome: Outcome,
	{ baseUrl, redactor: { redact } }: { baseUrl: string; redactor: Redactor },
	now: number,
): ErrorDetails {
	const { messages } = call;
	const subject = quote(call.subject ?? '', redact);
	const isResponse = outcome.kind === 'response';
	const { message, retryAdvice, ...classification } = isResponse
		? classifyResponse(factsOf(outcome, baseUrl, redact, now), messages, subject)
		: classifyFailure(outcome.reason, baseUrl, shorten(outcome.message ?? '', redact));

	// A result that could not be read is as open as an answer that never came.
	const isOpen = mayHaveBeenProcessed(outcome) || (isResponse && outcome.status < 300);
	const uncertainty = isOpen ? messages.uncertain?.(subject) : undefined;
	const toDo = uncertainty ?? retryAdvice;
	const description = isResponse ? describeResponse(outcome, redact) : undefined;

	return {
		...classification,
		message: toDo ? `${message} ${toDo}` : message,
		...(description && { description }),
		...(!isResponse && outcome.reason === 'tooLarge' && { tooLarge: true }),
		...(isResponse && outcome.status >= 400 && { httpCode: String(outcome.status) }),
	};
}

type Redact = (text: string) => string;

function describeResponse({ body, length = 0 }: HttpResponse, redact: Redact): string | undefined {
	// Even to ask such an object for its fields takes long.
	const isHuge = isRecord(body) && length > MAX_REFUSAL_BYTES;
	const said = isHuge ? undefined : serverMessage(body, redact);
	if (isWebPage(body)) {
		const title = said ? `The page has the title "${said}". ` : '';
		return `${title}It may come from a proxy or a firewall between n8n and PeopleLens.`;
	}
	return said && `PeopleLens says: ${said}`;
}

/** What of a response decides about its message. */
function factsOf(
	{ status, headers, body }: HttpResponse,
	baseUrl: string,
	redact: Redact,
	now: number,
) {
	const target = otherOrigin(headers, baseUrl);
	return {
		status,
		baseUrl,
		isPage: isWebPage(body),
		isEmpty: body === '' || body === undefined || body === null,
		isAboutRecord: isRecord(body) && isAboutRecord(serverMessage(body, redact)),
		retryAfterMs: retryAfter(headers, now) || undefined,
		redirectedTo: target && shorten(target, redact),
	};
}

/** How gateways and frameworks say in JSON that they know no such address, or no such customer. */
const ABOUT_ADDRESS =
	/\b(cannot|can't) (get|post|put|patch|delete)\b|\b(route|endpoint|path|url|uri|host|service|upstream|backend|static resource|tenant|organi[sz]ation|workspace)s?\b|\/api\//i;

const isAboutRecord = (said: string | undefined) => said !== undefined && !ABOUT_ADDRESS.test(said);

/** Where a redirect leads, if that is another site. `javascript:` and the like are none. */
function otherOrigin(headers: IDataObject, baseUrl: string): string | undefined {
	const location = header(headers, 'location');
	if (!location || !URL.canParse(location, baseUrl)) return undefined;
	const { origin, protocol } = new URL(location, baseUrl);
	return origin === baseUrl || !/^https?:$/.test(protocol) ? undefined : origin;
}
