import type { IDataObject } from 'n8n-workflow';

import { apiWords, isWebPage } from './apiWords';
import type { ApiCall } from '../call';
import type { Connection } from '../http/connection';
import type { Explanation } from '../errors';
import { CALLS } from './messages';
import { header, mayHaveArrived } from '../http/outcome';
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
	{ baseUrl, scrub }: Connection,
	now: number,
): Explanation {
	const about = (call.about ?? '').slice(0, LONGEST_NAME);
	const words = CALLS[call.name];
	const isAnswer = outcome.kind === 'answer';
	const verdict = isAnswer
		? judgeAnswer(caseOf(outcome, baseUrl, now), words, about)
		: judgeSilence(outcome.why, baseUrl);

	// A result that could not be read is as open as an answer that never came.
	const isOpen = mayHaveArrived(outcome) || (isAnswer && outcome.status < 300);
	const doubt = isOpen ? words.mayBeDone?.(about) : undefined;
	const said = isAnswer ? wordsOfAnswer(outcome) : outcome.words;

	return {
		...verdict,
		call: call.name,
		message: scrub([verdict.message, doubt].filter(Boolean).join(' ')),
		...(said && { description: scrub(said) }),
		...(isAnswer && outcome.status >= 400 && { httpCode: String(outcome.status) }),
	};
}

function wordsOfAnswer({ body }: Answer): string | undefined {
	const said = apiWords(body);
	if (isWebPage(body)) {
		const title = said ? `The page has the title "${said}". ` : '';
		return `${title}It may come from a proxy or a firewall between n8n and PeopleLens.`;
	}
	return said && `PeopleLens says: ${said}`;
}

/** What matters of an answer for the choice of words. */
function caseOf({ status, headers, body }: Answer, baseUrl: string, now: number) {
	return {
		status,
		baseUrl,
		isPage: isWebPage(body),
		isEmpty: body === '' || body === undefined || body === null,
		retryAfterMs: retryAfter(headers, now) || undefined,
		redirectedTo: otherOrigin(headers, baseUrl),
	};
}

/** Where a redirect leads, if that is another origin. */
function otherOrigin(headers: IDataObject, baseUrl: string): string | undefined {
	const location = header(headers, 'location');
	if (!location || !URL.canParse(location, baseUrl)) return undefined;
	const { origin } = new URL(location, baseUrl);
	return origin === baseUrl ? undefined : origin;
}
