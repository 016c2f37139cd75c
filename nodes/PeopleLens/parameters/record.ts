import { requireId } from './id';
import { requireShownName } from './listChoice';
import { enteredIn, foundNothing, isFromList, isMissing } from './source';
import type { ParameterSource } from './source';
import { notOneText, requireText, toText } from './text';

/**
 * The ID in a locator of a candidate, a job or a template, also when an expression put a plain ID in
 * its place.
 * @throws NodeOperationError when nothing is chosen, or it plainly is no ID
 */
export function requireRecordId(
	source: ParameterSource,
	locator: unknown,
	displayName: string,
): string {
	requireShownName(source, locator, displayName);
	const value = enteredIn(locator);
	requireText(source, value, displayName);
	const exact = toText(value);
	if (exact === undefined) throw notOneText(source, displayName);
	return isFromList(locator) ? exact : requireId(source, exact, displayName);
}

/**
 * The same for a locator that may be left empty.
 * @param wayOut how to do without it, where it is not to be removed
 * @throws also when an expression found nothing: that never means all of them
 */
export function optionalRecordId(
	source: ParameterSource,
	locator: unknown,
	displayName: string,
	wayOut?: string,
): string | undefined {
	const value = enteredIn(locator);
	if (value === '') return undefined;
	if (isMissing(value)) throw foundNothing(source, displayName, wayOut);
	return requireRecordId(source, locator, displayName);
}
