const EXAMPLE = 'https://acme.peoplelensai.com';

/** What copying from a page, a mail or a chat leaves around an address. */
const WRAPPING = /^[\s\u200b-\u200d\u2060\ufeff"'`<]+|[\s\u200b-\u200d\u2060\ufeff"'`>]+$/g;

/** The paths of the API itself: people copy them along with the address. */
const API_PATH = /^\/*(api\/*(v1\/*)?)?$/i;

/** In characters. A host name has at most 253 of them. */
const LONGEST = 300;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Labels of letters, digits and inner hyphens: no `_`, which keys have and hosts don't. */
const HOST_NAME = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?(\.(?=.)|\.?$))+$/;

/**
 * The one reading of 'Base URL': what people paste becomes an origin such as
 * `https://acme.peoplelensai.com`, without a slash at the end.
 * @throws Error with words for the user. A text that is no address is not repeated: it may be a
 * key or a password that went into the wrong field.
 */
export function normalizeBaseUrl(input: string): string {
	// What searches a text below may take the square of its length.
	if (input.length > LONGEST) {
		throw new Error(
			`'Base URL' is longer than any address. Enter only the address of your PeopleLens, e.g. ${EXAMPLE}`,
		);
	}
	const text = input.replace(WRAPPING, '');
	if (text === '') {
		throw new Error(`'Base URL' is empty. Enter the address of your PeopleLens, e.g. ${EXAMPLE}`);
	}

	const url = parse(text);
	if (url?.username || url?.password) {
		throw new Error(
			`'Base URL' contains an email or a user name. Enter only the address of your PeopleLens, e.g. ${EXAMPLE}`,
		);
	}
	if (!url) {
		throw new Error(
			`'Base URL' is not a web address. Enter the address of your PeopleLens, e.g. ${EXAMPLE}`,
		);
	}
	if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
		throw new Error(
			`'Base URL' starts with http, which would send the API key unprotected. Use https://${url.host} instead.`,
		);
	}
	if (!API_PATH.test(url.pathname) || url.search || url.hash) {
		throw new Error(`'Base URL' contains a link to a page. Enter only the address: ${url.origin}`);
	}
	return url.origin;
}

/** Without a scheme, https is meant, or http on this very machine. */
function parse(text: string): URL | undefined {
	const [, scheme, rest] = /^(?:(https?):\/*)?(.*)$/is.exec(text) ?? [];
	const url = toUrl(`${scheme ?? 'https'}://${rest}`);
	if (!url) return undefined;

	const isLoopback = LOOPBACK.test(url.hostname);
	if (!scheme && isLoopback) return toUrl(`http://${rest}`);

	// A single word is a host only for someone who wrote a scheme in front of it.
	const isNamed = scheme !== undefined || url.hostname.includes('.') || Boolean(url.username);
	const isHost = HOST_NAME.test(url.hostname) || url.hostname.startsWith('[');
	return isLoopback || (isHost && isNamed) ? url : undefined;
}

function toUrl(text: string): URL | undefined {
	return URL.canParse(text) ? new URL(text) : undefined;
}
