import isEqual from 'lodash/isEqual';

import type { Api } from '../api/client';
import { excerpt } from '../domain/excerpt';
import { samePerson } from '../domain/identity';
import { emailIn, isTitleIn } from '../domain/listNames';
import { invalidParameter, isBlank, isFromList } from './source';
import type { Locator, ParameterSource } from './source';

/** Whose choice it is, and what quotes the texts of PeopleLens: both names come from there. */
export type ChoiceSource = ParameterSource & { api: Pick<Api, 'quote'> };

/**
 * Whoever was chosen 'From List' was chosen by name, and n8n keeps only their ID. In another tenant,
 * somebody else may have it: n8n also keeps what the list showed, so compare the emails.
 * @param locator as it is stored; with an expression in it, nobody was chosen
 * @param email of the person who has this ID now
 * @param given the email that they are to get, or have got when the same was done before
 * @throws NodeOperationError when that is somebody else
 */
export function requireChosenPerson(
	source: ChoiceSource,
	locator: unknown,
	email: unknown,
	displayName: string,
	given?: string,
): void {
	const chosen = chosenEmail(locator);
	if (chosen === undefined || typeof email !== 'string' || email === '') return;
	if (samePerson(email, chosen) || (given !== undefined && samePerson(email, given))) return;
	throw invalidParameter(
		source,
		`'${displayName}' was chosen as '${source.api.quote(shownName(locator))}', but in PeopleLens this ID is that of '${source.api.quote(email)}'`,
		`For this item, nothing was changed. Choose again in '${displayName}'. The credential may belong to another tenant than when you chose, or the person's email has changed.`,
	);
}

/**
 * The same for a job, which the list shows with its title before all else.
 * @param title of the job that has this ID now
 * @param given the title that it is to get, or has got when the same was done before
 * @param wayOut for whoever changes titles
 * @throws NodeOperationError when that is another job
 */
export function requireChosenJob(
	source: ChoiceSource,
	locator: unknown,
	title: unknown,
	given?: unknown,
	wayOut = '',
): void {
	if (!isJobChosen(locator) || typeof title !== 'string' || title.trim() === '') return;
	const shown = shownName(locator);
	if (isTitleIn(shown, title.trim()) || title === given) return;
	throw invalidParameter(
		source,
		`'Job' was chosen as '${source.api.quote(shown)}', but in PeopleLens this ID is that of '${source.api.quote(title)}'`,
		`For this item, nothing was changed. Choose again in 'Job'. The credential may belong to another tenant than when you chose, or the job's title has changed. ${wayOut}`.trim(),
	);
}

/**
 * Whether a job was chosen by its title: the list shows the ID of one without.
 * @param locator as it is stored
 */
export function isJobChosen(locator: unknown): boolean {
	const shown = shownName(locator);
	return shown !== '' && isChosen(locator) && !isTitleIn(shown, String(locator.value));
}

/**
 * The email that the list showed of whoever was chosen.
 * @param locator as it is stored
 */
export const chosenEmail = (locator: unknown): string | undefined => emailIn(shownName(locator));

/**
 * When the credential of a node is changed, the editor of n8n 2.41 drops the name that the list showed,
 * and keeps the ID: the field looks empty, and in another tenant the ID is somebody else's.
 * @param locator as n8n hands it over
 * @throws NodeOperationError then
 */
export function requireShownName(
	source: ParameterSource,
	locator: unknown,
	displayName: string,
): void {
	if (!isChosen(locator) || isBlank(locator.value) || locator.cachedResultName !== '') return;
	const { parameters } = source.context.getNode();
	const stored = Object.values(parameters).flatMap((field) => [
		field,
		...Object.values(field ?? {}),
	]);
	// What an expression has put in its place was not chosen from the list.
	if (!stored.some((field) => isEqual(field, locator))) return;
	throw invalidParameter(
		source,
		`'${displayName}' looks empty and is not: it still has the ID '${excerpt(String(locator.value))}'`,
		`n8n keeps the ID and forgets the name when the credential of a node is changed. Choose again in '${displayName}': with another credential, the ID may be somebody else's.`,
	);
}

const shownName = (locator: unknown) =>
	isChosen(locator) ? String(locator.cachedResultName ?? '') : '';

const isChosen = (locator: unknown): locator is Locator =>
	isFromList(locator) && !String(locator.value).startsWith('=');
