import { runInEngine, runNode } from '../support/n8n';

import { everyNth, inspect } from '../support/node';
import { useSandbox } from '../support/sandbox';
import type { Fault } from '../../sandbox';
import { CALLS, HASTY, probe, QUICK } from './probe';
import type { CallName } from './probe';

/** Faults × calls: the message that n8n stores and shows, what it declares, and what was sent. */

const behaviour = { deleteAnswer: '200-body' } as const;
const sandbox = useSandbox({ users: 1, auditLogs: 5, behaviour }, ({ tenant }) =>
	tenant.addUser({ id: 'usr-1' }),
);

const ADDRESS =
	"Check 'Base URL' in the credential: it is the address you open PeopleLens with (such as https://acme.peoplelensai.com).";
const INVITED =
	"The invitation for 'new@acme.example' may have been sent: look for the person in PeopleLens before you run this again.";
const DEACTIVATED = "The user 'usr-1' may have been deactivated: running this again is safe.";

type Words = (call: CallName, url: string) => string;

const same =
	(words: string): Words =>
	(_, url) =>
		words.replaceAll('{url}', url);

/**
 * What happened; and then to run it again or, where something may have been carried out, that this
 * would do it twice: never both.
 */
const openOutcome =
	(happened: string, advice = ''): Words =>
	(call, url) => {
		const doubt = { inviteUser: INVITED, deactivateUser: DEACTIVATED }[String(call)];
		return `${same(happened)(call, url)} ${doubt ?? advice}`.trimEnd();
	};

const byCall =
	(words: Record<CallName, string>): Words =>
	(call, url) =>
		words[call].replaceAll('{url}', url);

const NO_USER =
	"No user with the ID 'usr-1' in this PeopleLens tenant. Check 'User', or choose the user from the list.";
const NO_API = `There is no PeopleLens API at {url}. ${ADDRESS}`;
const REFUSED_ID =
	"PeopleLens does not accept 'usr-1' as the ID of a user. Check 'User', or choose the user from the list.";
const NOT_ACCEPTED = (status: number) =>
	`PeopleLens did not accept the request (HTTP ${status}). Check the parameters of this node.`;

const rejected = byCall({
	getUser: REFUSED_ID,
	listUsers:
		"PeopleLens did not accept the request for the list of users. Check 'Limit' and the filters.",
	inviteUser:
		"PeopleLens did not accept the invitation for 'new@acme.example'. Check 'Email', 'First Name', 'Last Name' and 'Role'. It may also be that this person has an account already.",
	deactivateUser:
		"PeopleLens refused to deactivate the user 'usr-1'. Check 'User', and check in PeopleLens whether this user can be deactivated.",
	listAuditLogs:
		"PeopleLens did not accept the filters for the audit logs. Check the actions, the dates and 'Limit'.",
});

const notAllowed = (toDo: string) =>
	`This API key is not allowed to ${toDo}. Ask a PeopleLens administrator to give the key this permission, or use another key in the credential.`;

const webPage = `{url} answered with a web page instead of an answer from PeopleLens. ${ADDRESS}`;
const orUser = `${webPage} If the address is right, check 'User'.`;
const RUN_AGAIN = `Run this again. If that doesn't help, check ${ADDRESS.slice(6)}`;
const IF_IT_GOES_ON =
	'Run this again later. If it keeps happening, check the network between n8n and PeopleLens.';

const status = (code: number, more: Partial<Extract<Fault, { type: 'status' }>> = {}): Fault => ({
	type: 'status',
	status: code,
	message: 'So dummy-api-key-example it is',
	...more,
});

interface Case {
	fault: Fault;
	message: Words;
	/** Attempts of reads and deactivations, and of invitations. Default: 1 and 1. */
	attempts?: [number, number];
	httpCode?: string;
	description?: string;
	failure: object;
	/** Calls for which this is a good answer. */
	fine?: CallName[];
}

const SAYS = 'PeopleLens says: So *** it is';
const PAGE =
	'The page has the title "So *** it is". It may come from a proxy or a firewall between n8n and PeopleLens.';
const TO_CONFIGURE = { cause: 'configuration-invalid' };
const PASSING = { cause: 'temporarily-unavailable' };

const CASES: Record<string, Case> = {
	'400': {
		fault: status(400),
		message: rejected,
		httpCode: '400',
		description: SAYS,
		failure: TO_CONFIGURE,
	},
	'401': {
		fault: status(401),
		message: same(
			"PeopleLens did not accept the API key. Copy the key again from PeopleLens, or create a new one there, and enter it as 'API Key' in the credential.",
		),
		httpCode: '401',
		description: SAYS,
		failure: { cause: 'credential-invalid' },
	},
	'403': {
		fault: status(403),
		message: byCall({
			getUser: notAllowed('read users'),
			listUsers: notAllowed('read users'),
			inviteUser: notAllowed('invite users'),
			deactivateUser: notAllowed('deactivate users'),
			listAuditLogs: notAllowed('read audit logs'),
		}),
		httpCode: '403',
		description: SAYS,
		failure: TO_CONFIGURE,
	},
	'403 as a page of a firewall': {
		fault: status(403, { body: 'html' }),
		message: byCall({
			getUser: notAllowed('read users'),
			listUsers: notAllowed('read users'),
			inviteUser: notAllowed('invite users'),
			deactivateUser: notAllowed('deactivate users'),
			listAuditLogs: notAllowed('read audit logs'),
		}),
		httpCode: '403',
		description: PAGE,
		failure: TO_CONFIGURE,
	},
	'404': {
		fault: status(404),
		message: byCall({
			getUser: NO_USER,
			listUsers: NO_API,
			inviteUser: NO_API,
			deactivateUser: NO_USER,
			listAuditLogs: NO_API,
		}),
		httpCode: '404',
		description: SAYS,
		failure: TO_CONFIGURE,
	},
	'404 as a page of another site': {
		fault: status(404, { body: 'html' }),
		message: byCall({
			getUser: orUser,
			listUsers: webPage,
			inviteUser: webPage,
			deactivateUser: orUser,
			listAuditLogs: webPage,
		}),
		httpCode: '404',
		description: PAGE,
		failure: TO_CONFIGURE,
	},
	'409': {
		fault: status(409),
		message: byCall({
			getUser: NOT_ACCEPTED(409),
			listUsers: NOT_ACCEPTED(409),
			inviteUser:
				"PeopleLens already has a user with the email 'new@acme.example'. Check 'Email'. To continue with people who already exist, use the operation 'Find or Create'. If they were deactivated, ask a PeopleLens administrator.",
			deactivateUser:
				"PeopleLens can't deactivate the user 'usr-1' as things stand. Open the user in PeopleLens to see what is in the way.",
			listAuditLogs: NOT_ACCEPTED(409),
		}),
		httpCode: '409',
		description: SAYS,
		failure: TO_CONFIGURE,
	},
	'418, which nobody expects': {
		fault: status(418, { body: 'empty' }),
		message: same(NOT_ACCEPTED(418)),
		httpCode: '418',
		failure: TO_CONFIGURE,
	},
	'422': {
		fault: status(422, { body: 'text' }),
		message: rejected,
		httpCode: '422',
		description: SAYS,
		failure: TO_CONFIGURE,
	},
	'429': {
		fault: status(429),
		message: same(
			'PeopleLens is getting too many requests. Wait a few minutes, then run this again.',
		),
		attempts: [17, 17],
		httpCode: '429',
		description: SAYS,
		failure: { cause: 'rate-limited' },
	},
	'429 with more seconds than n8n waits': {
		fault: status(429, { retryAfterSeconds: 90 }),
		message: same('PeopleLens is getting too many requests. Wait 90 seconds, then run this again.'),
		httpCode: '429',
		description: SAYS,
		failure: { cause: 'rate-limited', retryAfterMs: 90_000 },
	},
	'429 with a date further away than n8n waits': {
		fault: status(429, { retryAfterSeconds: 590, retryAfterForm: 'date' }),
		message: same('PeopleLens is getting too many requests. Wait 10 minutes, then run this again.'),
		httpCode: '429',
		description: SAYS,
		failure: { cause: 'rate-limited', retryAfterMs: expect.closeTo(590_000, -4) },
	},
	'500': {
		fault: status(500),
		message: openOutcome(
			'PeopleLens could not process this request (HTTP 500).',
			'Run it again later. If it keeps happening, tell PeopleLens support when it happened.',
		),
		httpCode: '500',
		description: SAYS,
		failure: PASSING,
	},
	'502 as a page of a proxy': {
		fault: status(502, { body: 'html' }),
		message: openOutcome(
			'PeopleLens is not available right now (HTTP 502).',
			'Wait a few minutes, then run this again.',
		),
		attempts: [5, 1],
		httpCode: '502',
		description: PAGE,
		failure: PASSING,
	},
	'503': {
		fault: status(503),
		message: openOutcome(
			'PeopleLens is not available right now (HTTP 503).',
			'Wait a few minutes, then run this again.',
		),
		attempts: [5, 1],
		httpCode: '503',
		description: SAYS,
		failure: PASSING,
	},
	'503 with Retry-After': {
		fault: status(503, { retryAfterSeconds: 3600 }),
		message: openOutcome(
			'PeopleLens is not available right now (HTTP 503).',
			'Wait 60 minutes, then run this again.',
		),
		httpCode: '503',
		description: SAYS,
		failure: { ...PASSING, retryAfterMs: 3_600_000 },
	},
	'504 without a body': {
		fault: status(504, { body: 'empty' }),
		message: openOutcome(
			'PeopleLens is not available right now (HTTP 504).',
			'Wait a few minutes, then run this again.',
		),
		attempts: [5, 1],
		httpCode: '504',
		failure: PASSING,
	},
	'200 as the page of a login': {
		fault: { type: 'html', title: 'So dummy-api-key-example it is' },
		message: openOutcome(webPage),
		description: PAGE,
		failure: PASSING,
	},
	'truncated JSON': {
		fault: { type: 'truncated' },
		message: openOutcome(
			'The answer from {url} is not what PeopleLens sends, or was cut off on the way.',
			RUN_AGAIN,
		),
		failure: PASSING,
	},
	'a wrong shape': {
		fault: { type: 'wrongShape', body: { error: 'So dummy-api-key-example it is' } },
		message: openOutcome(
			'The answer from {url} is not what PeopleLens sends, or was cut off on the way.',
			RUN_AGAIN,
		),
		description: SAYS,
		failure: PASSING,
	},
	'an empty body': {
		fault: { type: 'empty' },
		message: openOutcome('The answer from {url} was empty.', RUN_AGAIN),
		failure: PASSING,
		fine: ['deactivateUser'],
	},
	'a time-out': {
		fault: { type: 'hang' },
		message: openOutcome('{url} took too long to answer.', IF_IT_GOES_ON),
		attempts: [2, 1],
		failure: PASSING,
	},
	'a dropped connection': {
		fault: { type: 'drop' },
		message: openOutcome(
			'The connection to {url} ended before the whole answer had arrived.',
			IF_IT_GOES_ON,
		),
		attempts: [5, 1],
		failure: PASSING,
	},
	'a connection dropped in the middle of the answer': {
		fault: { type: 'drop', midway: true },
		message: openOutcome(
			'The connection to {url} ended before the whole answer had arrived.',
			IF_IT_GOES_ON,
		),
		attempts: [5, 1],
		failure: PASSING,
	},
	'a redirect to a page of its own': {
		fault: { type: 'redirect', to: '/login?next=users' },
		message: same(`{url} redirects requests to another page instead of answering. ${ADDRESS}`),
		failure: TO_CONFIGURE,
	},
	'a redirect to another origin': {
		fault: { type: 'redirect', to: 'https://evil.example/api/v1/users' },
		message: same(
			"{url} redirects requests to https://evil.example. The API key was not sent there. If that is your PeopleLens, enter it as 'Base URL' in the credential.",
		),
		failure: TO_CONFIGURE,
	},
};

const names = Object.keys(CALLS) as CallName[];

/** Each attempt at a server that does not answer is waited for, so there are few of them. */
const probeFor = ({ type }: Fault, call: CallName, retries = 1) =>
	probe(CALLS[call], {}, type === 'hang' ? { ...HASTY, retries } : QUICK);

describe.each(Object.entries(CASES))('%s', (_, expected) => {
	test.each(names.filter((call) => !expected.fine?.includes(call)))('%s', async (call) => {
		sandbox.inject(expected.fault, { times: 100 });
		const run = await runInEngine(probeFor(expected.fault, call), {
			credentials: { baseUrl: sandbox.url, apiKey: sandbox.apiKey },
		});

		const error = run.data.resultData.error;
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: expected.message(call, sandbox.url),
			failure: expected.failure,
			context: { itemIndex: 0 },
		});
		expect(error?.description ?? undefined).toBe(expected.description);
		expect(error).toHaveProperty('httpCode', expected.httpCode ?? null);

		const [reads, invitations] = expected.attempts ?? [1, 1];
		const attempts = call === 'inviteUser' ? invitations : reads;
		expect(sandbox.requests).toHaveLength(attempts);

		expect(inspect(run, { depth: 20, showHidden: true })).not.toContain(sandbox.apiKey);
	});
});

test.each(names)('%s: no key in what the node throws, not even hidden', async (call) => {
	for (const { fault, fine } of everyNth(3, Object.values(CASES), names.indexOf(call))) {
		if (fine?.includes(call)) continue;
		sandbox.faults.clear();
		sandbox.inject(fault, { times: 100 });
		const credentials = { baseUrl: sandbox.url, apiKey: sandbox.apiKey };
		const thrown: unknown = await runNode(probeFor(fault, call, 0), { credentials }).catch(
			(e) => e,
		);
		expect(thrown).toBeInstanceOf(Error);
		expect(inspect(thrown, { depth: 20, showHidden: true })).not.toContain(sandbox.apiKey);
		expect(JSON.stringify(thrown)).not.toContain(sandbox.apiKey);
	}
});
