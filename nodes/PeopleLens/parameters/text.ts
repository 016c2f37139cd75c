import { withoutInvisible } from '../domain/identity';
import { foundNothing, invalidParameter, isBlank, isMissing } from './source';
import type { ParameterSource } from './source';

/** Longer than any name, ID or address; a text of this length got here by mistake. */
const LONGEST = 1_000;

/** What Excel and Google Sheets write into a cell whose formula fails. */
const SPREADSHEET_ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!|SPILL!|CALC!)$/i;

/**
 * A text without outer spaces; an empty one where nothing was entered or found.
 * @throws NodeOperationError when an expression gave a list or an object, or a cell's error
 */
export function optionalText(source: ParameterSource, value: unknown, displayName: string): string {
	const text = isBlank(value) ? '' : toText(value)?.trim();
	if (text === undefined) throw notOneText(source, displayName);
	const shown = withoutInvisible(text).trim();
	if (SPREADSHEET_ERROR.test(shown)) {
		throw invalidParameter(
			source,
			`'${shown}' in '${displayName}' is an error of a spreadsheet`,
			'Correct the formula of that cell, or leave the cell empty.',
		);
	}
	if (text.length <= LONGEST) return text;
	throw invalidParameter(
		source,
		`'${displayName}' has more than ${LONGEST} characters`,
		`Check the expression in '${displayName}': it must return one text value for each item.`,
	);
}

/**
 * A text without outer spaces.
 * @throws NodeOperationError when there is none
 */
export function requireText(source: ParameterSource, value: unknown, displayName: string): string {
	const text = optionalText(source, value, displayName);
	if (text !== '') return text;
	throw invalidParameter(
		source,
		`'${displayName}' is empty`,
		`Enter a value, or check that the expression in '${displayName}' returns one for every item.`,
	);
}

/**
 * A text to filter by. A field that was left empty filters nothing; an expression that finds
 * nothing does not say so, and would let everything through.
 * @returns '' for no filter
 * @throws NodeOperationError when an expression found nothing, a list or an object
 */
export function filterText(source: ParameterSource, value: unknown, displayName: string): string {
	if (isMissing(value)) throw foundNothing(source, displayName);
	return optionalText(source, value, displayName);
}

/** A number is a text that was not quoted. One beyond what JSON can carry has lost its last digits. */
export function toText(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	const isWhole = typeof value === 'number' && Number.isFinite(value) && !isTooLarge(value);
	return isWhole ? String(value) : undefined;
}

const isTooLarge = (value: number) => Math.abs(value) > Number.MAX_SAFE_INTEGER;

export function notOneText(source: ParameterSource, displayName: string) {
	return invalidParameter(
		source,
		`'${displayName}' is not a text`,
		`Check the expression in '${displayName}': it must return one text value for each item, not a list or an object.`,
	);
}
