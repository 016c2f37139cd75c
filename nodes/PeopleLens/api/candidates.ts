import type { IDataObject } from 'n8n-workflow';

import { isNothing } from '../domain/sameInForm';
import { changeRecord, parseChange, requireChanged } from './changes';
import type { Api } from './client';
import { confirmationIn, isMarkup } from './confirmation';
import { isShallow } from './depth';
import { isNotFound, isOutcomeUnknown, messageOf } from './errors/nodeErrors';
import { isRecord } from './http/record';
import { idInPath } from './idInPath';
import type { RecordList } from './recordList';
import { messagesAbout, parseObject, parseRecord, requireSame } from './records';
import type { HiringRecord, Kind } from './records';

export const CANDIDATE: Kind = {
	one: 'candidate',
	many: 'candidates',
	field: 'Candidate',
	path: '/api/v1/candidates',
};

export const candidatePath = (api: Api, id: string) =>
	`${CANDIDATE.path}/${idInPath(api, id, CANDIDATE.field)}`;

export const candidateList = (filters: { status?: string; job_id?: string } = {}): RecordList => ({
	kind: CANDIDATE,
	permission: 'read candidates',
	rejected: "PeopleLens did not accept the filters for the candidates. Check 'Job' and 'Status'.",
	filters,
});

/**
 * @returns the candidate with that ID, and never another one
 * @throws NodeApiError, `isNotFound` when there is none
 */
export async function getCandidate(api: Api, id: string): Promise<HiringRecord> {
	const { result } = await api.send({
		method: 'GET',
		path: candidatePath(api, id),
		parse: (body) => parseRecord(CANDIDATE, body),
		subject: id,
		messages: messagesAbout(CANDIDATE, 'read candidates'),
	});
	requireSame(api, CANDIDATE, id, result.id);
	return result;
}

/** The status of the candidate's latest interview, in whatever form PeopleLens tells it. */
export async function getInterviewStatus(api: Api, id: string): Promise<IDataObject> {
	const { result } = await api.send({
		method: 'GET',
		path: `${candidatePath(api, id)}/status`,
		parse: parseInterviewStatus,
		subject: id,
		messages: messagesAbout(CANDIDATE, 'read candidates'),
	});
	requireTheirs(api, id, result);
	return result;
}

/** What was read for a candidate is about them, or names nobody. @throws NodeOperationError otherwise */
export function requireTheirs(api: Api, id: string, { candidate_id, data }: IDataObject): void {
	requireSame(api, CANDIDATE, id, candidate_id);
	if (isRecord(data)) requireSame(api, CANDIDATE, id, data.candidate_id);
}

/** The reference shows no body, so an object goes on as it is, and all else as `status`. */
function parseInterviewStatus(body: unknown): IDataObject | undefined {
	if (isRecord(body) || !isShallow(body)) {
		const object = parseObject(body);
		// Beside `data`, it may be the interview's or the answer's own. Nothing gets lost where both stay.
		const hasOwn = isRecord(body) && body.status !== undefined;
		return object && hasOwn && object.status === undefined ? body : object;
	}
	// Any word may be a status, also one that elsewhere would be a refusal, such as `pending`.
	if (typeof body === 'string' && (body.trim() === '' || isMarkup(body))) return undefined;
	return body === undefined ? undefined : { status: body as IDataObject['status'] };
}

/** In the API's words. */
export interface CandidateChanges extends IDataObject {
	email?: string;
	/** The keys to be changed; the others stay as they are. */
	metadata?: IDataObject;
}

/**
 * @param before the candidate, if they were just read
 * @throws NodeApiError, `isOutcomeUnknown` when it may have been done all the same;
 * NodeOperationError when PeopleLens shows that it was not
 */
export async function updateCandidate(
	api: Api,
	id: string,
	changes: CandidateChanges,
	before?: HiringRecord,
): Promise<HiringRecord> {
	const read = async () => await getCandidate(api, id);
	const { metadata } = changes;
	const body = metadata
		? { ...changes, metadata: withOtherKeys(api, before ?? (await read()), metadata) }
		: changes;
	const call = {
		method: 'PATCH' as const,
		path: candidatePath(api, id),
		body,
		parse: (body: unknown, status: number) => parseChange(CANDIDATE, body, status),
		subject: id,
		messages: messagesAbout(CANDIDATE, 'change candidates', {
			rejected: (subject: string) =>
				`PeopleLens did not accept the changes to the candidate '${subject}'. Check the fields under 'Update Fields'.`,
			conflict: (subject: string) =>
				`PeopleLens can't change the candidate '${subject}' as things stand. Another candidate may have this email.`,
			uncertain: (subject: string) =>
				`The candidate '${subject}' may have been changed: look at the candidate in PeopleLens before you run this again.`,
		}),
	};
	const changed = await changeRecord(api, CANDIDATE, id, call, read);
	return await requireChanged(api, CANDIDATE, changed, changes, { read });
}

/**
 * The metadata with the keys that are to stay, which may be those of other systems: the reference does
 * not say whether a PATCH keeps what it is not sent.
 * @throws NodeOperationError where they can't be told
 */
function withOtherKeys(
	api: Api,
	{ id, metadata: shown }: HiringRecord,
	metadata: IDataObject,
): IDataObject {
	if (isNothing(shown)) return metadata;
	if (isRecord(shown)) {
		const unclear = Object.entries(shown).find(
			([key, value]) => !Object.hasOwn(metadata, key) && holdsLargeNumber(value),
		);
		if (unclear === undefined) return { ...shown, ...metadata };
		const key = api.quote(unclear[0]);
		throw api.operationError(
			`The metadata of the candidate '${id}' was not changed: '${key}' in it holds a number too large to be sent back with all its digits`,
			`Name the key '${key}' in 'Metadata' as well, with its value, or change the candidate in PeopleLens.`,
		);
	}
	throw api.operationError(
		`The metadata of the candidate '${id}' is no JSON object in PeopleLens, so nothing can be added to it`,
		"For this item, nothing was changed. Remove 'Metadata', or change it in PeopleLens.",
	);
}

/** Such a number is a text here, which can't be told from a real one; or, as an `id`, it has lost digits. */
function holdsLargeNumber(value: unknown): boolean {
	if (typeof value === 'object' && value !== null)
		return Object.values(value).some(holdsLargeNumber);
	const isWhole = typeof value === 'string' ? /^-?\d{16,}$/.test(value) : Number.isInteger(value);
	return isWhole && !Number.isSafeInteger(Number(value));
}

/**
 * Deletes a candidate for good, and makes sure of it: the candidate is read before, and after anything
 * but a clear yes, PeopleLens is asked whether they are still there.
 * @param check throws when the candidate who was read is not to be deleted
 * @throws NodeApiError, `isNotFound` when there is none; NodeOperationError when it was not done
 */
export async function deleteCandidate(
	api: Api,
	id: string,
	check: (candidate: HiringRecord) => void,
): Promise<void> {
	// Or else, somebody who was never there would look like somebody who is gone.
	check(await getCandidate(api, id));
	const deletion = await api
		.send({
			method: 'DELETE',
			path: candidatePath(api, id),
			parse: (body, status) => (status === 202 ? 'unclear' : confirmationIn(body)),
			subject: id,
			messages: messagesAbout(CANDIDATE, 'delete candidates', {
				rejected: (subject) =>
					`PeopleLens did not delete the candidate '${subject}'. Open the candidate in PeopleLens to see what is in the way.`,
				conflict: (subject) =>
					`PeopleLens can't delete the candidate '${subject}' as things stand. Open the candidate in PeopleLens to see what is in the way.`,
				uncertain: (subject) =>
					`The candidate '${subject}' may have been deleted: running this again is safe.`,
			}),
		})
		.catch((error: Error) => {
			if (isOutcomeUnknown(error)) return error;
			throw error;
		});
	if (!(deletion instanceof Error) && deletion.result === 'yes') return;
	const isThere = await getCandidate(api, id).then(
		() => true,
		(error: unknown) => {
			if (isNotFound(error)) return false;
			throw deletion instanceof Error ? deletion : error;
		},
	);
	if (!isThere) return;
	throw api.operationError(
		`PeopleLens did not delete the candidate '${id}', who is still there`,
		deletion instanceof Error
			? messageOf(deletion)
			: 'Open the candidate in PeopleLens to see what is in the way.',
	);
}
