import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../record';
import { apiWords, isWebPage, shorten } from './apiWords';
import type { ApiCall } from '../call';
import type { Connection } from '../http/connection';
import type { Explanation } from '../errors';
import { CALLS } from './messages';
import { header, MAX_REFUSAL_BYTES, mayHaveArrived } from '../http/outcome';
import type { Answer, Outcome } from '../http/outcome';
import { retryAfter } from '../http/retry';
import { judgeAnswer, judgeSilence } from './verdicts';

/** Longer than any e-mail or ID that a person would recognise. */
const LONGEST_NAME = 120;

/**
 * Puts into words why a call has no result: what happened and how to fix it. The API's own words
 * go into the description, and the API key into neither.
 * @param now ms since the epoch
 */
export function explain(
	call: Pick<ApiCall<unknown>, 'name' | 'about'>,
	outcome: Outcome,
	{ baseUrl, redactor: { redact } }: Connection,
	now: number,
): Explanation {
	const about = shorten(call.about ?? '', redact).slice(0, LONGEST_NAME);
	const words = CALLS[call.name];
	const isAnswer = outcome.kind === 'answer';
	const verdict = isAnswer
		? judgeAnswer(caseOf(outcome, baseUrl, redact, now), words, about)
		: judgeSilence(outcome.why, baseUrl);

	// A result that could not be read is as open as an answer that never came.
	const isOpen = mayHaveArrived(outcome) || (isAnswer && outcome.status < 300);
	const doubt = isOpen ? words.mayBeDone?.(about) : undefined;
	const said = isAnswer
		? wordsOfAnswer(outcome, redact)
		: outcome.words && shorten(outcome.words, redact);

	return {
		...verdict,
		call: call.name,
		message: [verdict.message, doubt].filter(Boolean).join(' '),
		...(said && { description: said }),
		...(isAnswer && outcome.status >= 400 && { httpCode: String(outcome.status) }),
	};
}

type Redact = (text: string) => string;

function wordsOfAnswer({ body, length = 0 }: Answer, redact: Redact): string | undefined {
	// Even to ask such an object for its fields takes long.
	const isHuge = isRecord(body) && length > MAX_REFUSAL_BYTES;
	const said = isHuge ? undefined : apiWords(body, redact);
	if (isWebPage(body)) {
		const title = said ? `The page has the title "${said}". ` : '';
		return `${title}It may come from a proxy or a firewall between n8n and PeopleLens.`;
	}
	return said && `PeopleLens says: ${said}`;
}

/** What matters of an answer for the choice of words. */
function caseOf({ status, headers, body }: Answer, baseUrl: string, redact: Redact, now: number) {
	const target = otherOrigin(headers, baseUrl);
	return {
		status,
		baseUrl,
		isPage: isWebPage(body),
		isEmpty: body === '' || body === undefined || body === null,
		retryAfterMs: retryAfter(headers, now) || undefined,
		redirectedTo: target && shorten(target, redact),
	};
}

/** Where a redirect leads, if that is another site. `javascript:` and the like are none. */
function otherOrigin(headers: IDataObject, baseUrl: string): string | undefined {
	const location = header(headers, 'location');
	if (!location || !URL.canParse(location, baseUrl)) return undefined;
	const { origin, protocol } = new URL(location, baseUrl);
	return origin === baseUrl || !/^https?:$/.test(protocol) ? undefined : origin;
}
