import fc from 'fast-check';

import { normalizeBaseUrl } from '../../nodes/PeopleLens/api/baseUrl';
import { computingTime } from '../support/eventLoop';
import { IS_FULL } from '../support/node';

const RUNS = IS_FULL ? 1000 : 200;

const TENANT = 'https://acme.peoplelensai.com';

describe('what people paste as Base URL', () => {
	test.each([
		['https://acme.peoplelensai.com', TENANT],
		['https://acme.peoplelensai.com/', TENANT],
		['https://acme.peoplelensai.com///', TENANT],
		['https://acme.peoplelensai.com/api', TENANT],
		['https://acme.peoplelensai.com/api/', TENANT],
		['https://acme.peoplelensai.com/api/v1', TENANT],
		['https://acme.peoplelensai.com/api/v1/', TENANT],
		['https://acme.peoplelensai.com//api//v1//', TENANT],
		['https://acme.peoplelensai.com/API/V1', TENANT],
		['acme.peoplelensai.com', TENANT],
		['acme.peoplelensai.com/', TENANT],
		['acme.peoplelensai.com/api/v1', TENANT],
		['acme.peoplelensai.com:443', TENANT],
		['acme.peoplelensai.com:8443', 'https://acme.peoplelensai.com:8443'],
		['  https://acme.peoplelensai.com  ', TENANT],
		['\thttps://acme.peoplelensai.com/\n', TENANT],
		['\u200bhttps://acme.peoplelensai.com\u00a0', TENANT],
		['"https://acme.peoplelensai.com"', TENANT],
		['<https://acme.peoplelensai.com>', TENANT],
		['HTTPS://ACME.PeopleLensAI.com', TENANT],
		['Acme.PeopleLensAI.com', TENANT],
		['https:/acme.peoplelensai.com', TENANT],
		['https:acme.peoplelensai.com', TENANT],
		['https://acme.peoplelensai.com?', TENANT],
		['https://acme.peoplelensai.com#', TENANT],
		['https://xn--mnchen-3ya.peoplelensai.com', 'https://xn--mnchen-3ya.peoplelensai.com'],
		['https://münchen.peoplelensai.com', 'https://xn--mnchen-3ya.peoplelensai.com'],
		['https://proxy:8443/', 'https://proxy:8443'],
		['https://10.1.2.3', 'https://10.1.2.3'],
		['https://[2001:db8::1]/api/v1', 'https://[2001:db8::1]'],
		['http://localhost:5000', 'http://localhost:5000'],
		['http://localhost:5000/api/v1/', 'http://localhost:5000'],
		['localhost:5000', 'http://localhost:5000'],
		['http://127.0.0.1:5000', 'http://127.0.0.1:5000'],
		['127.0.0.1:5000/api', 'http://127.0.0.1:5000'],
		['http://127.1.2.3', 'http://127.1.2.3'],
		['http://[::1]:5000/', 'http://[::1]:5000'],
		['[::1]:5000', 'http://[::1]:5000'],
		['https://localhost:5000', 'https://localhost:5000'],
	])('%j is read as %s', (pasted, expected) => {
		expect(normalizeBaseUrl(pasted)).toBe(expected);
	});
});

describe('what can not be an address is refused with the way to mend it', () => {
	const EXAMPLE = 'e.g. https://acme.peoplelensai.com';
	const empty = `'Base URL' is empty. Enter the address of your PeopleLens, ${EXAMPLE}`;
	const noAddress = `'Base URL' is not a web address. Enter the address of your PeopleLens, ${EXAMPLE}`;
	const holdsUser = `'Base URL' contains an email or a user name. Enter only the address of your PeopleLens, ${EXAMPLE}`;
	const holdsLink = `'Base URL' contains a link to a page. Enter only the address: ${TENANT}`;
	const unprotected = (host: string) =>
		`'Base URL' starts with http, which would send the API key unprotected. Use https://${host} instead.`;

	test.each([
		['', empty],
		['   ', empty],
		['\u200b', empty],
		['""', empty],
		['acme', noAddress],
		['https://', noAddress],
		['https://<tenant>.peoplelensai.com', noAddress],
		['My PeopleLens', noAddress],
		['ftp://acme.peoplelensai.com', noAddress],
		['htps://acme.peoplelensai.com', noAddress],
		['http//acme.peoplelensai.com', noAddress],
		['https://acme..peoplelensai.com', noAddress],
		['https://-acme.peoplelensai.com', noAddress],
		['https://acme.peoplelensai.com:99999', noAddress],
		['ada@acme.com', holdsUser],
		['mailto:ada@acme.com', holdsUser],
		['https://ada:secret@acme.peoplelensai.com', holdsUser],
		['https://acme.peoplelensai.com/settings/api-keys', holdsLink],
		['acme.peoplelensai.com/candidates/can-1?tab=notes', holdsLink],
		['https://acme.peoplelensai.com/#/dashboard', holdsLink],
		['https://acme.peoplelensai.com/?utm_source=mail', holdsLink],
		['https://acme.peoplelensai.com/api/v1/users', holdsLink],
		['https://acme.peoplelensai.com/api/v2', holdsLink],
		['http://acme.peoplelensai.com', unprotected('acme.peoplelensai.com')],
		['http://acme.peoplelensai.com:8080/api', unprotected('acme.peoplelensai.com:8080')],
		['http://192.168.1.10', unprotected('192.168.1.10')],
		['http://localhost.acme.com', unprotected('localhost.acme.com')],
		['http://127.0.0.1.acme.com', unprotected('127.0.0.1.acme.com')],
	])('%j', (pasted, message) => {
		expect(() => normalizeBaseUrl(pasted)).toThrow(new Error(message));
	});

	test('a text that is longer than any address is refused at once', () => {
		for (const text of [
			`a${' '.repeat(100_000)}b`,
			'\u200b'.repeat(1e6),
			`a.${'b-'.repeat(150)}`,
		]) {
			const refused = () =>
				expect(() => normalizeBaseUrl(text)).toThrow(
					`'Base URL' is longer than any address. Enter only the address of your PeopleLens, ${EXAMPLE}`,
				);
			expect(computingTime(refused)).toBeLessThan(500);
		}
	});

	test('an API key that went into the wrong field is not repeated', () => {
		for (const key of ['dummy-api-key-example', 'pl_live.dummy_key', 'dummy:key@example']) {
			expect(() => normalizeBaseUrl(key)).toThrow(expect.not.stringContaining(key));
		}
	});
});

describe('whatever is pasted', () => {
	const outcome = (text: string) => {
		try {
			return normalizeBaseUrl(text);
		} catch (error) {
			return error instanceof Error ? error.message : error;
		}
	};
	const pasted = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.webUrl({ withQueryParameters: true, withFragments: true }),
		fc.emailAddress(),
	);

	test('there is an origin without a slash at the end, or words about Base URL', () => {
		fc.assert(
			fc.property(pasted, (text) => {
				expect(outcome(text)).toMatch(/^(https:\/\/[^/]+|http:\/\/[^/]+|'Base URL' .+)$/s);
			}),
			{ seed: 1, numRuns: RUNS },
		);
	});

	test('reading what was read changes nothing', () => {
		fc.assert(
			fc.property(pasted, (text) => {
				const once = String(outcome(text));
				if (once.startsWith('http')) expect(normalizeBaseUrl(once)).toBe(once);
			}),
			{ seed: 2, numRuns: RUNS },
		);
	});

	test('the key is never sent unprotected over a network', () => {
		fc.assert(
			fc.property(pasted, (text) => {
				const origin = String(outcome(text));
				if (!origin.startsWith('http:')) return;
				expect(new URL(origin).hostname).toMatch(/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/);
			}),
			{ seed: 3, numRuns: RUNS },
		);
	});
});
