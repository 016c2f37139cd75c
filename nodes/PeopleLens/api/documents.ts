import type { IDataObject } from 'n8n-workflow';

import { CANDIDATE, candidatePath, requireTheirs } from './candidates';
import type { Api } from './client';
import { isRefusalIn } from './confirmation';
import type { FileBody } from './call';
import { notReady } from './interviews';
import { messagesAbout, parseObject, parseRecord, parseRecords } from './records';
import type { HiringRecord } from './records';
import { namesAnother, toId } from './responses';
import { withUnknownOutcome } from './errors/nodeErrors';

const DOCUMENT = { ...CANDIDATE, one: 'document', many: 'documents' };

/** A large file over a slow line, in ms. */
const UPLOAD_MS = 10 * 60_000;

const documentsPath = (api: Api, candidateId: string) =>
	`${candidatePath(api, candidateId)}/documents`;

/** The documents of a candidate, each with an address that is good for a while. @throws NodeApiError */
export async function listDocuments(api: Api, candidateId: string): Promise<HiringRecord[]> {
	const { result } = await api.send({
		method: 'GET',
		path: documentsPath(api, candidateId),
		parse: (body) => parseRecords(DOCUMENT, body)?.rows,
		subject: candidateId,
		messages: messagesAbout(CANDIDATE, 'read documents'),
	});
	const stranger = result.find(({ candidate_id }) => namesAnother(candidate_id, candidateId));
	if (stranger === undefined) return result;
	throw api.operationError(
		`PeopleLens was asked for the documents of the candidate '${candidateId}' and answered with one of '${api.quote(toId(stranger.candidate_id) ?? '')}'`,
	);
}

/**
 * Adds a document to a candidate. A request that may have arrived is never sent again.
 * @throws NodeApiError, `isOutcomeUnknown` when it may have been done all the same
 */
export async function uploadDocument(
	api: Api,
	candidateId: string,
	fileName: string,
	file: () => Promise<FileBody>,
): Promise<HiringRecord> {
	// It may come from anybody, such as the sender of a mail.
	const name = api.quote(fileName);
	const uncertain = (id: string) =>
		`The file '${name}' may have been added to the candidate '${id}': look at the documents in PeopleLens before you run this again.`;
	const { result } = await api.send({
		method: 'POST',
		path: documentsPath(api, candidateId),
		file,
		timeoutMs: UPLOAD_MS,
		parse: (body, status) =>
			status === 202 || isRefusalIn(body) ? undefined : parseRecord(DOCUMENT, body),
		subject: candidateId,
		messages: messagesAbout(CANDIDATE, 'add documents', {
			rejected: () =>
				`PeopleLens did not accept the file '${name}'. It may be too large, or of a kind that PeopleLens does not take. Check 'Input Binary Field'.`,
			conflict: (id) =>
				`PeopleLens can't add the file '${name}' to the candidate '${id}' as things stand. It may be there already.`,
			uncertain,
		}),
	});
	if (!namesAnother(result.candidate_id, candidateId)) return result;
	throw withUnknownOutcome(
		api.operationError(
			`PeopleLens was asked to add '${name}' to the candidate '${candidateId}' and answered with the candidate '${api.quote(toId(result.candidate_id) ?? '')}'`,
			uncertain(candidateId),
		),
	);
}

/** What PeopleLens has read out of a candidate's résumé. @throws NodeApiError, also while it is at it */
export async function getParsedResume(api: Api, candidateId: string): Promise<IDataObject> {
	const { result } = await api.send({
		method: 'GET',
		path: `${documentsPath(api, candidateId)}/parsed`,
		parse: (body, status) => {
			if (status === 202) return 'later';
			const resume = parseObject(body);
			return resume && Object.keys(resume).length > 0 ? resume : undefined;
		},
		subject: candidateId,
		messages: messagesAbout(CANDIDATE, 'read documents', {
			missing: (id) =>
				`No parsed résumé of the candidate '${id}'. Check 'Candidate'; if it is right, PeopleLens has no résumé of theirs, or has not read it yet.`,
		}),
	});
	if (result === 'later') throw notReady(api, `the résumé of the candidate '${candidateId}'`);
	requireTheirs(api, candidateId, result);
	return result;
}
