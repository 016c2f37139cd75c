import isUndefined from 'lodash/isUndefined';
import type { IDataObject } from 'n8n-workflow';

import { excerpt } from '../domain/excerpt';
import { invalidParameter, isBlank } from './source';
import type { ParameterSource } from './source';

/** How deep an object may be nested. n8n stores it by recursion, and nobody enters such a one. */
const DEEPEST = 100;

/**
 * An object, or the JSON of one, that arrives as it was entered.
 * @throws NodeOperationError for anything else
 */
export function requireObject(
	source: ParameterSource,
	value: unknown,
	displayName: string,
): IDataObject {
	const found = typeof value === 'string' ? fromJson(value) : value;
	const unfit = isPlainObject(found) ? unfitIn(found) : { path: [], is: 'none' };
	if (unfit === undefined) return found as IDataObject;
	const { path, is } = unfit;
	if (is === 'number') {
		throw invalidParameter(
			source,
			`'${displayName}' has a number in '${excerpt(path.join('.'))}' that can't be sent to the last digit`,
			'Put it between quotation marks, as in {"badge": "9007199254740993"}.',
		);
	}
	throw invalidParameter(
		source,
		`'${displayName}' is not a JSON object`,
		`Enter an object such as {"badge": 7}, or check the expression in '${displayName}'.`,
	);
}

/**
 * Where an object says nothing: with an empty text, or with what an expression did not find, which JSON
 * would leave out. `null` says that there is to be none, and an empty text in a list clears nothing.
 * @returns the names that lead there
 */
export function emptyIn(
	value: unknown,
	path: string[] = [],
	isEmpty: (inner: unknown) => boolean = isBlank,
): string[] | undefined {
	if (value === null) return undefined;
	if (isEmpty(value)) return path;
	if (typeof value !== 'object') return undefined;
	for (const [name, inner] of Object.entries(value as object)) {
		const empty = emptyIn(inner, [...path, name], Array.isArray(value) ? isUndefined : isBlank);
		if (empty) return empty;
	}
	return undefined;
}

function fromJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function isPlainObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What JSON would change on its way, or leave out; undefined where there is nothing of the kind. */
function unfitIn(
	value: unknown,
	path: string[] = [],
): { path: string[]; is: 'number' | 'none' } | undefined {
	if (typeof value === 'number') {
		return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? undefined : { path, is: 'number' };
	}
	if (value === null || ['string', 'boolean', 'undefined'].includes(typeof value)) return undefined;
	if (typeof value !== 'object' || path.length > DEEPEST) return { path, is: 'none' };
	// A date is written as a text, by itself.
	if ('toJSON' in value) return undefined;
	for (const [name, inner] of Object.entries(value)) {
		const unfit = unfitIn(inner, [...path, name]);
		if (unfit) return unfit;
	}
	return undefined;
}
