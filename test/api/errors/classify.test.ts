import {
	classifyFailure,
	classifyResponse,
	formatDuration,
	type ResponseFacts,
} from '../../../nodes/PeopleLens/api/errors/classify';
import type { CallMessages } from '../../../nodes/PeopleLens/api/errors/messages';
import type { FailureReason } from '../../../nodes/PeopleLens/api/http/outcome';

const URL = 'https://acme.peoplelensai.com';
const BASE_URL =
	"'Base URL' in the credential: it is the address you open PeopleLens with (such as https://acme.peoplelensai.com).";
const AGAIN = `Run this again. If that doesn't help, check ${BASE_URL}`;
const LATER =
	'Run this again later. If it keeps happening, check the network between n8n and PeopleLens.';

const PASSING = { cause: 'temporarily-unavailable' };
const TO_CONFIGURE = { cause: 'configuration-invalid' };

const CALL: CallMessages = {
	permission: 'read users',
	rejected: (subject) => `Not like ${subject}`,
	missing: (subject) => `No user ${subject}`,
	conflict: (subject) => `There is ${subject}`,
};

const classify = (facts: Partial<ResponseFacts>, call: CallMessages = CALL) =>
	classifyResponse(
		{ status: 200, baseUrl: URL, isPage: false, isEmpty: false, isAboutRecord: false, ...facts },
		call,
		'usr-1',
	);

describe('an answer of PeopleLens in words', () => {
	it('401: the key is dead', () => {
		expect(classify({ status: 401, isPage: true })).toEqual({
			message:
				"PeopleLens did not accept the API key. Copy the key again from PeopleLens, or create a new one there, and enter it as 'API Key' in the credential.",
			failure: { cause: 'credential-invalid' },
		});
	});

	it('403: the key lacks a permission', () => {
		expect(classify({ status: 403, isPage: true })).toEqual({
			message:
				'This API key is not allowed to read users. Ask a PeopleLens administrator to give the key this permission, or use another key in the credential.',
			failure: TO_CONFIGURE,
		});
	});

	it.each<[number | undefined, string, object]>([
		[45_000, '45 seconds', { retryAfterMs: 45_000 }],
		[undefined, 'a few minutes', {}],
	])('429 and 503 say how long to wait: %p', (retryAfterMs, wait, told) => {
		expect(classify({ status: 429, retryAfterMs })).toEqual({
			message: 'PeopleLens is getting too many requests.',
			retryAdvice: `Wait ${wait}, then run this again.`,
			failure: { cause: 'rate-limited', ...told },
		});
		for (const status of [408, 502, 503, 504]) {
			expect(classify({ status, retryAfterMs, isPage: true })).toEqual({
				message: `PeopleLens is not available right now (HTTP ${status}).`,
				retryAdvice: `Wait ${wait}, then run this again.`,
				failure: { ...PASSING, ...told },
			});
		}
	});

	it.each([500, 501, 599])('%i: it crashed', (status) => {
		expect(classify({ status, isPage: true })).toEqual({
			message: `PeopleLens could not process this request (HTTP ${status}).`,
			retryAdvice:
				'Run it again later. If it keeps happening, tell PeopleLens support when it happened.',
			failure: PASSING,
		});
	});

	it.each([206, 304])('%i: a part of an answer is none', (status) => {
		expect(classify({ status })).toEqual({
			message: `The answer from ${URL} was not complete (HTTP ${status}). A cache or proxy on the way may be set up wrongly.`,
			retryAdvice: AGAIN,
			failure: PASSING,
		});
	});

	it.each([300, 301, 399])('%i: it redirects', (status) => {
		expect(classify({ status })).toEqual({
			message: `${URL} redirects requests to another page instead of answering. Check ${BASE_URL}`,
			failure: TO_CONFIGURE,
			wrongAddress: true,
		});
		expect(classify({ status, redirectedTo: 'https://other.example' }).message).toBe(
			`${URL} redirects requests to https://other.example. The API key was not sent there. If that is your PeopleLens, enter it as 'Base URL' in the credential.`,
		);
	});

	const PAGE = `${URL} answered with a web page instead of an answer from PeopleLens. Check ${BASE_URL}`;

	it('a page with 404 is never taken for a user who is not there', () => {
		expect(classify({ status: 404, isPage: true })).toEqual({
			message: `${PAGE} If the address is right, check 'User'.`,
			failure: TO_CONFIGURE,
			wrongAddress: true,
		});
		const job = { ...CALL, field: 'Job' };
		expect(classify({ status: 404, isPage: true }, job).message).toBe(
			`${PAGE} If the address is right, check 'Job'.`,
		);
		const list = { ...CALL, missing: undefined };
		expect(classify({ status: 400 + 5, isPage: true }, list).message).toBe(PAGE);
	});

	it('a page with a good status may be a notice of maintenance, which passes', () => {
		expect(classify({ isPage: true })).toEqual({ message: PAGE, failure: PASSING });
		expect(classify({ status: 299, isPage: true }).failure).toEqual(PASSING);
	});

	it('a page with a status that speaks for itself is no matter', () => {
		for (const status of [400, 409, 413, 414, 415, 422]) {
			expect(classify({ status, isPage: true })).toEqual(classify({ status }));
		}
	});

	it('a good status without a result is an empty answer, or one that cannot be read', () => {
		expect(classify({ isEmpty: true })).toEqual({
			message: `The answer from ${URL} was empty.`,
			retryAdvice: AGAIN,
			failure: PASSING,
		});
		expect(classify({ status: 299 })).toEqual({
			message: `The answer from ${URL} is not what PeopleLens sends, or was cut off on the way.`,
			retryAdvice: AGAIN,
			failure: PASSING,
		});
	});

	it('404: the thing is missing, or the API is', () => {
		expect(classify({ status: 404, isAboutRecord: true })).toEqual({
			message: 'No user usr-1',
			failure: TO_CONFIGURE,
			notFound: true,
		});
		expect(classify({ status: 404, isEmpty: true })).toEqual({
			message:
				"No user usr-1 The answer may not come from PeopleLens, though: check 'Base URL' in the credential as well.",
			failure: TO_CONFIGURE,
		});
		expect(classify({ status: 404 }, { ...CALL, missing: undefined })).toEqual({
			message: `There is no PeopleLens API at ${URL}. Check ${BASE_URL}`,
			failure: TO_CONFIGURE,
			wrongAddress: true,
		});
	});

	const OTHER = (status: number) => ({
		message: `PeopleLens did not accept the request (HTTP ${status}). Check the parameters of this node.`,
		failure: TO_CONFIGURE,
	});

	it('409: it is there already, where the call knows of that', () => {
		expect(classify({ status: 409 })).toEqual({ message: 'There is usr-1', failure: TO_CONFIGURE });
		expect(classify({ status: 409 }, { ...CALL, conflict: undefined })).toEqual(OTHER(409));
	});

	it.each([400, 413, 414, 415, 422])('%i: the request itself is not acceptable', (status) => {
		expect(classify({ status })).toEqual({ message: 'Not like usr-1', failure: TO_CONFIGURE });
	});

	it.each([402, 405, 418, 499])('%i: something else', (status) => {
		expect(classify({ status })).toEqual(OTHER(status));
	});
});

describe('no answer in words', () => {
	it.each<[FailureReason, object | undefined, string]>([
		['refused', PASSING, `Nothing answers at ${URL}. PeopleLens may be down. Check ${BASE_URL}`],
		[
			'dns',
			PASSING,
			`The address ${URL} was not found. Check ${BASE_URL} If it is right, check the network of n8n.`,
		],
		[
			'unreachable',
			PASSING,
			`${URL} can't be reached from n8n. Check the network of n8n, and 'Base URL' in the credential.`,
		],
		[
			'notHttp',
			TO_CONFIGURE,
			`The server that answers at ${URL} is not PeopleLens. Check ${BASE_URL}`,
		],
		[
			'certificate',
			TO_CONFIGURE,
			`The security certificate of ${URL} can't be trusted, so the API key was not sent. Check ${BASE_URL}`,
		],
		[
			'tooLarge',
			PASSING,
			`The answer from ${URL} is too large for this node (over 50 MB or 250,000 entries). Lower 'Limit' if it is set, and check ${BASE_URL}`,
		],
		['canceled', undefined, 'The execution was canceled.'],
		[
			'budgetExceeded',
			PASSING,
			`${URL} answered too slowly to finish in the time that n8n allows. The next run continues from here.`,
		],
		['notSent', undefined, `n8n did not send the request to ${URL}, and did not say why.`],
	])('%s', (reason, failure, message) => {
		expect(classifyFailure(reason, URL)).toEqual({ message, failure });
	});

	it.each<[FailureReason, string]>([
		['timeout', `${URL} took too long to answer.`],
		['dropped', `The connection to ${URL} ended before the whole answer had arrived.`],
	])('%s, which may pass', (reason, message) => {
		expect(classifyFailure(reason, URL)).toEqual({ message, failure: PASSING, retryAdvice: LATER });
	});
});

it.each([
	[undefined, undefined],
	[0, '0 seconds'],
	[1, '1 second'],
	[1001, '2 seconds'],
	[119_000, '119 seconds'],
	[119_001, '2 minutes'],
	[121_000, '3 minutes'],
	[7_199_000, '120 minutes'],
	[7_199_001, '2 hours'],
	[7_201_000, '3 hours'],
])('a time to wait of %p ms is over after %p', (ms, words) => {
	expect(formatDuration(ms)).toBe(words);
});
