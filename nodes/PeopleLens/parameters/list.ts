import { foundNothing, invalidParameter, isBlank } from './source';
import type { ParameterSource } from './source';
import { toText } from './text';

/** Nobody chooses more by hand, and a data set belongs into items. */
const MOST_ENTRIES = 10_000;

/**
 * The entries of a multi-select, or of an expression in its place: a list, or a text with commas
 * between the entries. Only the list without an entry means none.
 * @throws NodeOperationError when it gives nothing, or anything but texts
 */
export function readEntries(
	source: ParameterSource,
	value: unknown,
	displayName: string,
): string[] {
	if (isBlank(value)) throw foundNothing(source, displayName);
	const entries = (Array.isArray(value) ? (value as unknown[]) : split(value)).map((entry) =>
		toText(entry)?.trim(),
	);
	if (entries.length > MOST_ENTRIES) throw unreadable(source, displayName);
	return entries.map((entry) => {
		if (!entry || /^[[{"]/.test(entry)) throw unreadable(source, displayName);
		return entry;
	});
}

/** Typed by hand, a comma too many does no harm. */
function split(value: unknown): unknown[] {
	const text = toText(value);
	if (text === undefined) return [undefined];
	const entries = text.split(',').filter((entry) => entry.trim() !== '');
	return entries.length > 0 ? entries : [undefined];
}

const unreadable = (source: ParameterSource, displayName: string) =>
	invalidParameter(
		source,
		`'${displayName}' is not a list of text values`,
		`Choose from the list, or check the expression in '${displayName}': it must return text values, as a list or separated by commas, and nothing else.`,
	);
