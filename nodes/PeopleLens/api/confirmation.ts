import { activityOf, flag } from '../domain/activity';
import { isRecord } from './http/record';

/** Fields by which APIs say that they took a request; the further ones may also describe a record. */
const ACCEPTANCE = ['success', 'succeeded', 'ok'];
const SUCCESS = [...ACCEPTANCE, 'done', 'deactivated', 'deleted', 'disabled'];
const FAILURE = ['error', 'errors', 'failed', 'failure'];

/** Fields that say it in a word or as a number. */
const WORDS = ['status', 'result', 'state', 'code', 'statusCode'];

const YES = /^(ok|okay|done|success(ful(ly)?)?|succeeded|deactivated|deleted|disabled|true)[.!]?$/i;
const NO =
	/^(error|fail(ed|ure)?|denied|refused|rejected|forbidden|unauthorized|not[ _-].*|(no|false)(?![\w-])|pending|queued|accepted|partial)/i;

/** A sentence may begin so and say something else, as `Noted.` does; a word such as `noop` may not. */
const NO_IN_A_WORD = /^(no|false)/i;

/** A page, or half a JSON document, comes from somewhere else. */
const MARKUP = /^[<{[]/;

/** Whether a text is something else than words. */
export const isMarkup = (text: string): boolean => MARKUP.test(text.trim());

/** An answer nests its flags one or two levels deep, if at all. */
const DEEPEST = 4;

/** `unclear` is neither a yes nor a no: whoever asked must look. */
export type Confirmation = 'yes' | 'no' | 'unclear';

/**
 * What a good answer says about whether what was asked for is done. Nothing at all says so by its
 * status; an object says so unless any of its flags says otherwise.
 */
export function confirmationIn(body: unknown): Confirmation {
	if (isNothingOrTrue(body)) return 'yes';
	if (typeof body === 'string') return confirmationInText(body.trim());
	if (!isRecord(body) || contradicts(body)) return 'no';
	return body.message === undefined || saysYes(body) ? 'yes' : 'unclear';
}

/**
 * Whether a good answer to anything but a deactivation says that it was not done, in itself or in
 * its envelope. What it says of a record is no refusal: that one may be rejected, or not deleted.
 */
export function isRefusalIn(body: unknown): boolean {
	if (!isRecord(body)) return typeof body === 'string' && confirmationInText(body.trim()) === 'no';
	const { data } = body;
	const isRefusing = (said: unknown) => isRecord(said) && hasRefusingFlag(said, ACCEPTANCE);
	if (isRefusing(body) || isRefusing(data)) return true;
	const isAboutRecord = [body, data].some((said) => isRecord(said) && (said.id ?? null) !== null);
	return !isAboutRecord && saysError(body);
}

/**
 * What the answer to a change comes to. 202 says "later", whatever follows; a text that is no clear
 * yes or no, a page, half a document, a number or a list may stand for anything.
 */
export function changeIn(body: unknown, status: number): 'done' | 'refused' | undefined {
	if (status === 202) return undefined;
	if (isRecord(body)) return isRefusalIn(body) ? 'refused' : 'done';
	if (typeof body !== 'string') return isNothingOrTrue(body) ? 'done' : undefined;
	const text = body.trim();
	if (isMarkup(text)) return undefined;
	return ({ yes: 'done', no: 'refused', unclear: undefined } as const)[confirmationInText(text)];
}

const isNothingOrTrue = (body: unknown) => body === undefined || body === null || body === true;

/** An HTTP status, or "error", where there is no record whose own status it could be. */
const saysError = ({ status, statusCode, code }: Readonly<Record<string, unknown>>) =>
	[status, statusCode, code].some((value) => Number(value) >= 400) ||
	(typeof status === 'string' && /^(error|failure)$/i.test(status.trim()));

function confirmationInText(text: string): Confirmation {
	if (text === '' || YES.test(text)) return 'yes';
	return NO.test(text) || isMarkup(text) ? 'no' : 'unclear';
}

/** Whether anything in an object says no, or that the person is still active. */
function contradicts(said: Readonly<Record<string, unknown>>, depth = 1): boolean {
	if (hasRefusingFlag(said)) return true;
	if (WORDS.some((name) => isRefusal(said[name]))) return true;
	if (activityOf(said) === true) return true;
	return Object.values(said).some(
		(value) => isRecord(value) && depth < DEEPEST && contradicts(value, depth + 1),
	);
}

const hasRefusingFlag = (said: Readonly<Record<string, unknown>>, yesFields = SUCCESS) =>
	yesFields.some((name) => name in said && flag(said[name]) === false) ||
	FAILURE.some((name) => isFilled(said[name]));

/** A message alone may say anything: it counts where a flag beside it says yes. */
function saysYes(said: Readonly<Record<string, unknown>>): boolean {
	return (
		SUCCESS.some((name) => flag(said[name]) === true) ||
		[...WORDS, 'message'].some((name) => isYes(said[name])) ||
		activityOf(said) === false
	);
}

const isYes = (value: unknown) => typeof value === 'string' && YES.test(value.trim());

function isRefusal(value: unknown): boolean {
	if (typeof value === 'number') return value === 0 || value >= 300;
	if (typeof value !== 'string') return false;
	const word = value.trim();
	return (
		NO.test(word) || NO_IN_A_WORD.test(word) || (/^\d+$/.test(word) && isRefusal(Number(word)))
	);
}

/** `errors: []` and `error: null` are how success looks in some APIs. */
function isFilled(value: unknown): boolean {
	if (value === undefined || value === null || value === false || value === 0) return false;
	if (Array.isArray(value)) return value.length > 0;
	return !(isRecord(value) && Object.keys(value).length === 0) && value !== '';
}
