import type {
	FunctionsBase,
	IDataObject,
	INodeParameterResourceLocator,
	NodeOperationError,
} from 'n8n-workflow';

import { operationError } from '../api/errors/nodeErrors';

/** Whose parameter a value is: for messages, and for the time zone of dates. */
export interface ParameterSource {
	context: Pick<FunctionsBase, 'getNode' | 'getTimezone'>;
	/** The input item that an expression in the parameter saw. */
	itemIndex?: number;
}

/** What was asked for cannot be used: says so with the parameter's name and how to fix it. */
export function invalidParameter(
	{ context, itemIndex }: ParameterSource,
	message: string,
	description: string,
): NodeOperationError {
	return operationError(context.getNode(), message, { itemIndex, description });
}

export type Locator = Pick<INodeParameterResourceLocator, 'mode' | 'value' | 'cachedResultName'>;

/**
 * Whether it is a resource locator. Not only with the mark `__rl`, by which n8n itself knows one: in a
 * collection n8n leaves it out until something is chosen.
 */
export function isLocator(field: unknown): field is Locator {
	return typeof field === 'object' && field !== null && 'mode' in field && 'value' in field;
}

/** Whether it was chosen 'From List': by its name, of which n8n keeps the ID. */
export function isFromList(field: unknown): field is Locator {
	return isLocator(field) && field.mode === 'list';
}

/** What was entered, be it into a field or into a locator. */
export function enteredIn(field: unknown): unknown {
	return isLocator(field) ? field.value : field;
}

/** What an expression finds where there is nothing; a field that was left empty is `''`. */
export function isMissing(value: unknown): value is undefined | null {
	return value === undefined || value === null;
}

/** Whether a value says nothing: a field that was left empty, or an expression without a result. */
export function isBlank(value: unknown): boolean {
	return isMissing(value) || (typeof value === 'string' && value.trim() === '');
}

/**
 * Whether a user has added an option or filter: n8n hands over a collection with just the entries
 * that were added, and with the key of one even where its expression finds nothing.
 */
export function isAdded(collection: IDataObject, name: string): boolean {
	return Object.hasOwn(collection, name);
}

/**
 * An expression was to give something, and gave nothing: never the same as "not asked for".
 * @param wayOut how to do without it; '' where that can't be
 */
export function foundNothing(
	source: ParameterSource,
	displayName: string,
	wayOut = `To do without it, remove '${displayName}'.`,
): NodeOperationError {
	return invalidParameter(
		source,
		`'${displayName}' is empty`,
		`Enter a value, or check that the expression in '${displayName}' returns one. ${wayOut}`.trim(),
	);
}
