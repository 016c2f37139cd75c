import type { IDataObject } from 'n8n-workflow';

import { emailKey } from '../domain/identity';
import { pairUp } from '../domain/newCandidates';
import { CANDIDATE } from './candidates';
import type { Api } from './client';
import { withUnknownOutcome } from './errors/nodeErrors';
import { isRecord } from './http/record';
import { parseRecords } from './records';
import type { HiringRecord } from './records';

/** In the API's words. */
export interface NewCandidate extends IDataObject {
	first_name: string;
	last_name: string;
	email: string;
}

const LOOK =
	'Look in PeopleLens for who is there before you run this again, or somebody is created twice.';

/** Nobody, or several who can't be told apart. */
type NotShown = 'none' | 'doubt';

const parseCreated = (body: unknown): HiringRecord[] | undefined =>
	isRecord(body) && body.data === undefined && body.candidates === undefined
		? []
		: parseRecords(CANDIDATE, body)?.rows;

/**
 * Creates candidates: all of them or none.
 * @returns for each of them the candidate, or why there is none to show: the answer may come in any
 * order
 * @throws NodeApiError, `isOutcomeUnknown` when they may have been created all the same
 */
export async function createCandidates(
	api: Api,
	wanted: NewCandidate[],
): Promise<Array<HiringRecord | NotShown>> {
	const who = wanted.length === 1 ? `'${wanted[0].email}'` : `${wanted.length} candidates`;
	const { result } = await api.send({
		method: 'POST',
		path: `${CANDIDATE.path}/bulk`,
		body: { candidates: wanted },
		parse: (body, status) => (status === 202 ? [] : parseCreated(body)),
		subject: who,
		messages: {
			permission: `create candidates, or your plan has no room for ${wanted.length} more`,
			rejected: (subject) =>
				`PeopleLens did not create ${subject}. Check the names, 'Email' and 'Job': one entry that is not accepted keeps back all of a request. It may also be that one of them is a candidate already, or that your plan has no room for more.`,
			conflict: (subject) =>
				`PeopleLens did not create ${subject}: a candidate with this email is there already.`,
			uncertain: (subject) => `PeopleLens may have created ${subject}. ${LOOK}`,
		},
	});
	const stranger = result.find(({ email }) => !wanted.some((one) => isSame(one.email, email)));
	if (stranger) {
		throw withUnknownOutcome(
			api.operationError(
				`PeopleLens was asked to create ${who} and answered with ${typeof stranger.email === 'string' ? `'${api.quote(stranger.email)}'` : 'somebody without an email'}`,
				LOOK,
			),
		);
	}
	return pairUp(wanted, result);
}

/** For one whom PeopleLens was asked to create, and of whom its good answer does not show who it is. */
export function notShown(api: Api, { email }: NewCandidate, why: NotShown) {
	return withUnknownOutcome(
		why === 'none'
			? api.operationError(
					`PeopleLens took the request but does not show a new candidate '${email}'`,
					`The candidate may be there already, or be created later. ${LOOK}`,
				)
			: api.operationError(
					`PeopleLens created candidates with the email '${email}' and does not show which of them is this one`,
					`${LOOK} To have them told apart, set 'Batch Size' to 1.`,
				),
	);
}

const isSame = (asked: string, answered: unknown) =>
	typeof answered === 'string' && emailKey(asked) === emailKey(answered);
