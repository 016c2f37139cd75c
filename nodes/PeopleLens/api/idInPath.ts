import { excerpt } from '../domain/excerpt';
import type { Api } from './client';

/** Half a character, which no address can carry. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Exactly this ID as a part of a path: never without its spaces, which may be somebody else's. An
 * empty ID or a dot would make a different address, even when encoded: that of all records.
 * @param field the parameter that it comes from, as the panel calls it
 * @throws NodeOperationError
 */
export function idInPath(api: Api, id: string, field: string): string {
	if (id.trim() === '') throw api.operationError(`'${field}' is empty`);
	if (/^\s*\.{1,2}\s*$/.test(id) || LONE_SURROGATE.test(id)) {
		throw api.operationError(
			`'${excerpt(id)}' in '${field}' is not ${kindOf(field)} ID`,
			`Check '${field}', or the expression in it.`,
		);
	}
	return encodeURIComponent(id);
}

/** `Interview Plan ID`: an interview plan. */
const kindOf = (field: string) =>
	`${/^[AEI]/.test(field) ? 'an' : 'a'} ${field.replace(/ ID$/, '').toLowerCase()}`;
