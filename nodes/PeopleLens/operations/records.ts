import type { IDataObject } from 'n8n-workflow';

import type { RecordList } from '../api/recordList';
import type { HiringRecord } from '../api/records';
import type { User } from '../api/types';
import { readRecords } from '../lists/readRecords';
import { readLimit } from '../parameters/limit';
import {
	chosenEmail,
	isJobChosen,
	requireChosenJob,
	requireChosenPerson,
} from '../parameters/listChoice';
import type { ChoiceSource } from '../parameters/listChoice';
import { storedIn } from '../parameters/origin';
import { requireRecordId } from '../parameters/record';
import { unlessNotFound } from './ifNotFound';
import type { ItemRun } from './types';

/** The ID that the panel gives for a locator, for this input item. @throws NodeOperationError */
export const recordId = (run: ItemRun, name: string, displayName: string): string =>
	requireRecordId(run, run.context.getNodeParameter(name, run.itemIndex), displayName);

/**
 * Reads whoever was chosen 'From List', and makes sure that the ID is still theirs.
 * @param read reads the person with the ID of the locator
 * @param given the email that they are to get
 * @returns undefined, without a request, where the list showed no email to compare, or nobody was chosen
 * @throws NodeOperationError when the ID is somebody else's; NodeApiError when nobody can be read
 */
export async function readChosenPerson<Person extends HiringRecord | User>(
	run: ItemRun,
	name: string,
	displayName: string,
	read: () => Promise<Person>,
	given?: string,
): Promise<Person | undefined> {
	const locator = storedIn(run, name);
	if (chosenEmail(locator) === undefined) return undefined;
	const person = await read();
	requireChosenPerson(run, locator, person.email, displayName, given);
	return person;
}

/**
 * Makes sure that a job that was chosen 'From List' is still the one that the list showed.
 * @param name of the locator
 * @param read reads the job with the ID of the locator
 * @throws NodeOperationError when the ID is another job's; NodeApiError when none can be read
 */
export async function checkChosenJob(
	source: ChoiceSource,
	name: string,
	read: () => Promise<HiringRecord>,
): Promise<void> {
	const locator = storedIn(source, name);
	if (isJobChosen(locator)) requireChosenJob(source, locator, (await read()).title);
}

/**
 * Reads one record, or says that it was not found where the user of the node chose to go on then.
 * @throws NodeApiError when there is none (`httpCode` 404) or PeopleLens refuses
 */
export async function getOne(
	run: ItemRun,
	id: string,
	get: () => Promise<HiringRecord>,
): Promise<IDataObject> {
	return (await unlessNotFound(run, get)) ?? { found: false, id };
}

/**
 * Get Many: up to the limit of the panel, and a hint where PeopleLens may have kept back some.
 * @param accept filters that PeopleLens may have ignored
 * @throws NodeApiError
 */
export async function getMany(
	run: ItemRun,
	list: RecordList,
	accept?: (row: HiringRecord) => boolean,
): Promise<IDataObject[]> {
	const { context, api, width } = run;
	const limit = readLimit(run);
	const selection = { limit, accept };
	const { rows, mayBeIncomplete } = await readRecords(api, list, selection, width);
	if (mayBeIncomplete && rows.length < limit) {
		context.addExecutionHints?.({
			message: `PeopleLens can't be asked for more than its first answer: it takes no page numbers. If there are more ${list.kind.many} in PeopleLens, this list is incomplete.`,
			type: 'warning',
			location: 'outputPane',
		});
	}
	return rows;
}
