import omitBy from 'lodash/omitBy';
import type { IDataObject } from 'n8n-workflow';

import { readCollection } from './origin';
import { enteredIn, foundNothing, invalidParameter, isAdded, isBlank, isMissing } from './source';
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
 * @param wayOut what to do where the expression of a field finds nothing
 * @throws NodeOperationError for one whose expression found nothing, or that can't be used
 */
export function readFields(
	source: ParameterSource,
	collection: IDataObject,
	fields: Record<string, ChangeField>,
	wayOut?: (field: ChangeField) => string,
): IDataObject {
	const found: IDataObject = {};
	for (const [name, field] of Object.entries(fields)) {
		if (!isAdded(collection, name)) continue;
		const { key, displayName, read = optionalText } = field;
		const value = collection[name];
		if (isMissing(enteredIn(value))) throw foundNothing(source, displayName, wayOut?.(field));
		found[key] = read(source, value, displayName) as IDataObject[string];
	}
	return found;
}

/**
 * The same for something new, in which there is nothing to clear: so what is blank, as a cell of a
 * spreadsheet may be, is left out. What isn't there at all may be a name that was misspelt.
 */
export function readAdditional(
	source: ParameterSource,
	collection: IDataObject,
	fields: Record<string, ChangeField>,
): IDataObject {
	const isLeftOut = (value: unknown) => isBlank(enteredIn(value)) && !isMissing(enteredIn(value));
	return readFields(source, omitBy(collection, isLeftOut), fields, BLANK_WHERE_NONE);
}

const BLANK_WHERE_NONE = () =>
	"If not every item has one, let the expression return an empty text there, as in {{ $json.phone ?? '' }}.";

/**
 * The same for the 'Update Fields', which leave as it is what an AI model leaves empty, and clear
 * only what a person has left empty: a blank cell must not cut a record off from another system.
 * @throws also when nothing is to be changed
 */
export function readChanges(
	source: ParameterSource,
	collection: IDataObject,
	fields: Record<string, ChangeField>,
): IDataObject {
	const asked = readCollection(source, 'updateFields', collection);
	const changes = readFields(source, asked, fields, toLeaveOrClear);
	if (Object.keys(changes).length > 0) return changes;
	throw invalidParameter(
		source,
		"'Update Fields' is empty",
		"Choose 'Add field' and say what is to be changed.",
	);
}

function toLeaveOrClear({ displayName, read }: ChangeField): string {
	const toLeave = `To leave it as it is, remove '${displayName}'.`;
	const canBeEmpty = read === undefined || read === longText;
	return canBeEmpty
		? `${toLeave} Only a field that is left empty, without an expression, clears it.`
		: toLeave;
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
