/** Where the rows of a list, or the one record, stand in an answer; `own` is the resource's name. */
export type Envelope = 'documented' | 'data' | 'own' | 'array';

/**
 * What the reference leaves open about candidates, jobs, interviews, templates, documents, and the
 * second surface of users (`/api/users`). Held like all other switches: from the next request on.
 */
export interface HiringBehaviour {
	/** Lists: as the reference shows them (`data` where it shows none), or in another envelope. */
	listAnswer: Envelope;
	/** Single records: as the reference shows them, bare, or in an envelope. */
	recordAnswer: 'documented' | 'bare' | 'data' | 'own';
	/** The most rows that one page of these lists holds, whatever `limit` says; null = as asked. */
	hiringPageCap: number | null;
	/** The largest `limit` that these lists accept (above: 400); null = 100. */
	hiringMaxLimit: number | null;
	/**
	 * Whether these lists know `limit` and `offset`; `wholePages` rounds an offset down to a multiple of
	 * the limit, `rejected` answers 400 to either.
	 */
	pageParameters: 'work' | 'wholePages' | 'offsetIgnored' | 'ignored' | 'rejected';
	/** Whether the rows of these lists say when they were created. */
	listedCreatedAt: boolean;
	/** New records that appear while a page of these lists is on its way. */
	insertDuringList: number;
	/** What the IDs of new records look like. */
	hiringIds: 'hyphen' | 'underscore' | 'number';
	/** `POST …/bulk`: with the candidates, without them, or 202 and without. */
	bulkAnswer: 201 | 200 | 'countOnly' | 'accepted';
	/** In which order `POST …/bulk` answers. */
	bulkOrder: 'asSent' | 'reversed';
	/** An email that is there already: a second candidate, a refusal of all, or left out. */
	bulkDuplicates: 'create' | 'reject' | 'skip';
	/** The largest array that `POST …/bulk` takes; null = any. */
	bulkMost: number | null;
	/** How many candidates the plan allows; above it, all of a request is refused. null = any. */
	candidateQuota: number | null;
	/** The status of that refusal. */
	quotaStatus: 402 | 403 | 422;
	/** `PATCH /candidates/{id}` and `PUT /jobs/{id}`: the record, `{success: true}` or no body. */
	updateAnswer: 'record' | 'success' | 204;
	/** `PATCH /api/users/{id}`. */
	userUpdateAnswer: 'success' | 'record' | 204 | 'failure';
	/** Whether `PUT /jobs/{id}` keeps or empties the fields that it isn't sent. */
	putMissing: 'keep' | 'clear';
	/** A decision about an interview: `{success: true}`, an empty 200, no body, or `{success: false}`. */
	actionAnswer: 'success' | 200 | 204 | 'failure';
	/** `DELETE` of a candidate who is gone already: as the first time, or 404. */
	deletedAgain: 'again' | 404;
	/** The parsed résumé: there, not yet (202, 404 or without any text). */
	parsedAnswer: 'ready' | 202 | 404 | 'empty';
	/** The scorecard: there, not yet (202, 404, or assessments without a score). */
	scorecardAnswer: 'ready' | 202 | 404 | 'pending';
	/** `GET …/status`. */
	statusAnswer: 'object' | 'data' | 'text' | 'array';
	/** Where files are: on another host, on the API's, gone, or without an address. */
	signedUrls: 'otherHost' | 'sameHost' | 'relative' | 'missing';
	/**
	 * What the file host answers. `redirect` leads to the API, and thus would bring the key there. `half`
	 * and `empty` end as a whole file does.
	 */
	fileAnswer:
		'file' | 'expired' | 'busy' | 'redirect' | 'page' | 'cut' | 'unsized' | 'half' | 'empty';
	/** How many requests for files get that answer, before all get the file; null = all of them. */
	fileAnswerTimes: number | null;
	/** The largest file that is taken, in bytes; null = any. Above it: 413. */
	largestFile: number | null;
	/** Where the second surface says a user's role. */
	userRoleField: 'documented' | 'role' | 'company_role' | 'none';
	/** Whether `GET /api/users?search=` searches. */
	usersSearch: 'works' | 'ignored';
}

export const DEFAULT_HIRING_BEHAVIOUR: Readonly<HiringBehaviour> = {
	listAnswer: 'documented',
	recordAnswer: 'documented',
	hiringPageCap: null,
	hiringMaxLimit: null,
	pageParameters: 'work',
	listedCreatedAt: true,
	insertDuringList: 0,
	hiringIds: 'hyphen',
	bulkAnswer: 201,
	bulkOrder: 'asSent',
	bulkDuplicates: 'create',
	bulkMost: null,
	candidateQuota: null,
	quotaStatus: 403,
	updateAnswer: 'record',
	userUpdateAnswer: 'success',
	putMissing: 'keep',
	actionAnswer: 'success',
	deletedAgain: 404,
	parsedAnswer: 'ready',
	scorecardAnswer: 'ready',
	statusAnswer: 'object',
	signedUrls: 'otherHost',
	fileAnswer: 'file',
	fileAnswerTimes: null,
	largestFile: null,
	userRoleField: 'documented',
	usersSearch: 'works',
};
