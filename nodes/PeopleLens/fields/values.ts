import type { FunctionsBase, NodeOperationError } from 'n8n-workflow';

import { normalizeEmail } from '../api/email';
import { inputError } from '../api/errors';

/** Whose parameter a value is: for messages, and for the time zone of dates. */
export interface ValueSource {
	context: Pick<FunctionsBase, 'getNode' | 'getTimezone'>;
	/** The input item that an expression in the parameter saw. */
	itemIndex?: number;
}

/** What was asked for cannot be used: says so with the parameter's name and how to fix it. */
export function unusable(
	{ context, itemIndex }: ValueSource,
	message: string,
	description: string,
): NodeOperationError {
	return inputError(context.getNode(), message, { itemIndex, description });
}

/**
 * A text without outer spaces; an empty one where nothing was entered or found.
 * @throws NodeOperationError when an expression gave a list or an object
 */
export function optionalText(source: ValueSource, value: unknown, displayName: string): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
	throw unusable(
		source,
		`'${displayName}' is not a text`,
		`Check the expression in '${displayName}': it must find one text for each item, not a list or an object.`,
	);
}

/**
 * A text without outer spaces.
 * @throws NodeOperationError when there is none
 */
export function checkedText(source: ValueSource, value: unknown, displayName: string): string {
	const text = optionalText(source, value, displayName);
	if (text !== '') return text;
	throw unusable(
		source,
		`'${displayName}' is empty`,
		`Enter a value, or check that the expression in '${displayName}' finds one for every item.`,
	);
}

/**
 * An email address without outer spaces.
 * @throws NodeOperationError when it plainly isn't one, before any request is made
 */
export function checkedEmail(source: ValueSource, value: unknown, displayName: string): string {
	const text = checkedText(source, value, displayName);
	const email = normalizeEmail(text);
	if (email) return email;
	throw unusable(
		source,
		`'${text}' in '${displayName}' is not an email address`,
		'Use an address such as name@company.com, one for each item.',
	);
}

/** What a multi-select or an expression in its place gives: a list, one value, or `A, B`. */
export function toList(value: unknown): string[] {
	const entries = Array.isArray(value) ? (value as unknown[]) : String(value ?? '').split(',');
	return entries.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
}
