import { excerpt } from '../domain/excerpt';
import { hasInvisible, normalizeEmail } from '../domain/identity';
import { readEntries } from './list';
import { invalidParameter } from './source';
import type { ParameterSource } from './source';
import { requireText } from './text';

/**
 * An email address without outer spaces.
 * @throws NodeOperationError when it plainly isn't one, before any request is made
 */
export function requireEmail(source: ParameterSource, value: unknown, displayName: string): string {
	const text = requireText(source, value, displayName);
	const email = normalizeEmail(text);
	if (email) return email;
	throw invalidParameter(
		source,
		`'${excerpt(text)}' in '${displayName}' is not an email address`,
		whyNot(text),
	);
}

/**
 * Email addresses, as a list or as a text with commas between them.
 * @throws NodeOperationError when there is none, or one of them isn't an address
 */
export function requireEmails(
	source: ParameterSource,
	value: unknown,
	displayName: string,
): string[] {
	return readEntries(source, value, displayName).map((email) =>
		requireEmail(source, email, displayName),
	);
}

/** What can't be seen, or is easily overlooked, has to be named. */
function whyNot(text: string): string {
	if (hasInvisible(text)) {
		return 'It contains an invisible character, which copying from a web page or a spreadsheet can leave behind. Type the address by hand.';
	}
	if (text.startsWith("'")) {
		return 'It starts with an apostrophe, which spreadsheets use to mark text. Remove the apostrophe.';
	}
	return 'Use an address such as name@company.com, one for each item.';
}
