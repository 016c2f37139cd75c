import type { IDataObject } from 'n8n-workflow';

import { foundNothing, invalidParameter, isAdded, isMissing } from './source';
import type { ParameterSource } from './source';
import { optionalText, toText } from './text';

/** How a field of a collection is read, and what the API calls it. */
export interface ChangeField {
	/** In the API. */
	key: string;
	displayName: string;
	/** Default: a text, which may be empty. */
	read?: (source: ParameterSource, value: unknown, displayName: string) => unknown;
}

/**
 * The fields of a collection that were added, in the API's words.
 * @throws NodeOperationError for one whose expression found nothing, or that can't be used
 */
export function readFields(
	source: ParameterSource,
	collection: IDataObject,
	fields: Record<string, ChangeField>,
): IDataObject {
	const found: IDataObject = {};
	for (const [name, { key, displayName, read = optionalText }] of Object.entries(fields)) {
		if (!isAdded(collection, name)) continue;
		const value = collection[name];
		if (isMissing(value)) throw foundNothing(source, displayName);
		found[key] = read(source, value, displayName) as IDataObject[string];
	}
	return found;
}

/**
 * The same for a change.
 * @throws also when nothing is to be changed
 */
export function readChanges(
	source: ParameterSource,
	collection: IDataObject,
	fields: Record<string, ChangeField>,
): IDataObject {
	const changes = readFields(source, collection, fields);
	if (Object.keys(changes).length > 0) return changes;
	throw invalidParameter(
		source,
		"'Update Fields' is empty",
		"Choose 'Add field' and say what is to be changed.",
	);
}

/** More than anybody writes, and less than a file that got here by mistake. In characters. */
const LONGEST_TEXT = 100_000;

/** A text of several paragraphs, as it is. @throws NodeOperationError */
export function longText(source: ParameterSource, value: unknown, displayName: string): string {
	const text = toText(value);
	if (text !== undefined && text.length <= LONGEST_TEXT) return text;
	throw invalidParameter(
		source,
		`'${displayName}' is not a text of at most ${LONGEST_TEXT.toLocaleString('en-US')} characters`,
		`Check the expression in '${displayName}': it must return one text value for each item.`,
	);
}
