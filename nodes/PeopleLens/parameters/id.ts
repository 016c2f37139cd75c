import { excerpt } from '../domain/excerpt';
import { hasInvisible } from '../domain/identity';
import { readEntries } from './list';
import { invalidParameter } from './source';
import type { ParameterSource } from './source';

/** Longer than any ID; the addresses of requests are limited. */
const LONGEST = 300;

/**
 * An ID, exactly as it is written: without its spaces it could be somebody else's.
 * @param wayOut where to get a right one
 * @throws NodeOperationError when no ID can look like that
 */
export function requireId(
	source: ParameterSource,
	text: string,
	displayName: string,
	wayOut = 'Copy the ID from PeopleLens, or choose from the list.',
): string {
	const problem = problemOf(text);
	if (!problem) return text;
	throw invalidParameter(
		source,
		`'${excerpt(text)}' in '${displayName}' is not an ID`,
		`${problem} ${wayOut}`,
	);
}

/**
 * IDs of people, as a list or as a text with commas between them; an empty list means none.
 * @throws NodeOperationError when an expression gave nothing, or anything but IDs
 */
export function requireIds(source: ParameterSource, value: unknown, displayName: string): string[] {
	return readEntries(source, value, displayName).map((entry) => {
		if (/[@;]/.test(entry)) {
			throw invalidParameter(
				source,
				`'${excerpt(entry)}' in '${displayName}' is not an ID`,
				"Choose people from the list, or use their IDs, separated by commas. Emails can't be used here.",
			);
		}
		return requireId(source, entry, displayName);
	});
}

function problemOf(text: string): string | undefined {
	if (text.length > LONGEST) return `It has more than ${LONGEST} characters.`;
	if (text !== text.trim()) return 'It starts or ends with a space.';
	return hasInvisible(text) ? 'It contains an invisible character.' : undefined;
}
