/** Changes of one record: sending them, and making sure that they were made. */
import type { IDataObject } from 'n8n-workflow';

import { samePerson } from '../domain/identity';
import { isSameInForm } from '../domain/sameInForm';
import type { Api, ApiCall } from './client';
import { changeIn } from './confirmation';
import { withUnknownOutcome } from './errors/nodeErrors';
import { isRecord } from './http/record';
import { parseRecord, requireSame } from './records';
import type { HiringRecord, Kind } from './records';

/** What a change came to: the record as it is now, or nothing but that it is done. */
export type Change = HiringRecord | 'done' | 'refused';

/** The answer to a change may be the record, a flag, or nothing at all. */
export function parseChange(kind: Kind, body: unknown, status: number): Change | undefined {
	const change = changeIn(body, status);
	return change === 'done' ? (parseRecord(kind, body) ?? change) : change;
}

/**
 * Sends a change of one record, and reads the record where the answer doesn't show it.
 * @param read reads the record
 * @throws NodeApiError; NodeOperationError when PeopleLens says that it did not do it
 */
export async function changeRecord(
	api: Api,
	kind: Kind,
	id: string,
	call: ApiCall<Change>,
	read: () => Promise<HiringRecord>,
): Promise<HiringRecord> {
	const { result } = await api.send(call);
	if (result === 'refused') {
		throw api.operationError(
			`PeopleLens did not change the ${kind.one} '${id}'`,
			`Open the ${kind.one} in PeopleLens to see what is in the way.`,
		);
	}
	if (result === 'done') return await afterChange(read);
	try {
		requireSame(api, kind, id, result.id);
	} catch (error) {
		throw withUnknownOutcome(error as Error & ReturnType<Api['operationError']>);
	}
	return result;
}

/** The change is done; that it can't be shown must not look as if it were not. */
async function afterChange(read: () => Promise<HiringRecord>): Promise<HiringRecord> {
	return await read().catch((error: Error & ReturnType<Api['operationError']>) => {
		error.message = `The change was made, but its result could not be read. ${error.message}`;
		throw withUnknownOutcome(error);
	});
}

/**
 * The record after a change, if it shows what was asked for. Some services answer with the record as
 * it was before the change, so one that does not is looked at once more.
 * @param before as it was read, if it was: what has become something else was not left as it was
 * @throws NodeOperationError when a field is still as it was
 */
export async function requireChanged(
	api: Api,
	kind: Kind,
	changed: HiringRecord,
	changes: IDataObject,
	{ read, before }: { read: () => Promise<HiringRecord>; before?: HiringRecord },
): Promise<HiringRecord> {
	if (unchangedField(changes, changed, before) === undefined) return changed;
	const now = await read().catch(() => changed);
	const undone = unchangedField(changes, now, before);
	if (undone === undefined) return now;
	throw notTaken(api, kind, changed.id, undone);
}

/** For a change that PeopleLens took and does not show. */
export function notTaken(api: Api, { one }: Kind, id: string, shown: string, more = '') {
	return withUnknownOutcome(
		api.operationError(
			`PeopleLens took the changes to the ${one} '${id}', but still shows ${api.quote(shown)}`,
			`Open the ${one} in PeopleLens to see what is in the way.${more}`,
		),
	);
}

/** The first field that is shown and is not as it was to be, in words; what is not shown is not known. */
export function unchangedField(
	changes: IDataObject,
	shown: HiringRecord,
	before?: HiringRecord,
): string | undefined {
	for (const [name, wanted] of Object.entries(changes)) {
		const value = shown[name];
		if (value === undefined || isAsGiven(name, wanted, value)) continue;
		if (before && !isSameInForm(before[name], value)) continue;
		if (!isRecord(wanted)) return inWords(name, value);
		if (!isRecord(value)) continue;
		const [key] = Object.keys(wanted).filter((one) => !isSameInForm(wanted[one], value[one]));
		return `${(value[key] ?? '') === '' ? 'no' : 'another'} ${key} in the ${name}`;
	}
	return undefined;
}

/** A dot or hyphen more makes another email, where it is but another form of most texts. */
function isAsGiven(name: string, given: unknown, shown: unknown): boolean {
	const areEmails = name === 'email' && typeof given === 'string' && typeof shown === 'string';
	return areEmails ? samePerson(given, shown) : isSameInForm(given, shown);
}

function inWords(name: string, value: unknown): string {
	const words = name.replace(/_id$/, ' ID').replaceAll('_', ' ');
	const text = typeof value === 'object' ? '' : String(value).trim();
	return text === '' ? `no ${words}` : `the ${words} ${text}`;
}
