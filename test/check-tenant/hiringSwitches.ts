import { DEFAULT_HIRING_BEHAVIOUR, type HiringBehaviour } from '../../sandbox/hiringBehaviour';

/** Why no check can see a switch from outside. */
interface Unseen {
	unseen: string;
	set: Array<Partial<HiringBehaviour>>;
}

/** The check reads users and audit logs, and leaves candidates in peace. */
const UNSEEN: Record<keyof HiringBehaviour, unknown[]> = {
	listAnswer: ['data', 'own', 'array'],
	recordAnswer: ['bare', 'data', 'own'],
	hiringPageCap: [20],
	hiringMaxLimit: [50],
	pageParameters: ['wholePages', 'offsetIgnored', 'ignored', 'rejected'],
	listedCreatedAt: [false],
	insertDuringList: [3],
	hiringIds: ['underscore', 'number'],
	bulkAnswer: [200, 'countOnly', 'accepted'],
	bulkOrder: ['reversed'],
	bulkDuplicates: ['reject', 'skip'],
	bulkMost: [10],
	candidateQuota: [10],
	quotaStatus: [402, 422],
	updateAnswer: ['success', 204],
	userUpdateAnswer: ['record', 204, 'failure'],
	putMissing: ['clear'],
	actionAnswer: [200, 204, 'failure'],
	deletedAgain: ['again'],
	parsedAnswer: [202, 404, 'empty'],
	scorecardAnswer: [202, 404, 'pending'],
	statusAnswer: ['data', 'text', 'array'],
	signedUrls: ['sameHost', 'relative', 'missing'],
	fileAnswer: ['expired', 'busy', 'redirect', 'page', 'cut', 'unsized', 'half', 'empty'],
	fileAnswerTimes: [1],
	largestFile: [1000],
	userRoleField: ['role', 'company_role', 'none'],
	usersSearch: ['ignored'],
};

const unseen = (name: string): Unseen => ({
	unseen: 'The check asks for users and audit logs only',
	set: (UNSEEN[name as keyof HiringBehaviour] ?? []).map((value) => ({ [name]: value })),
});

export const HIRING_SWITCHES = Object.fromEntries(
	Object.keys(DEFAULT_HIRING_BEHAVIOUR).map((name) => [name, unseen(name)]),
) as Record<keyof HiringBehaviour, Unseen>;
