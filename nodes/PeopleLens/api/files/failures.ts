import type { FailureReason, TransportFailure } from '../http/outcome';
import { MAX_FILE_BYTES } from './stream';

/** Goes on after "The file '…'"; and how to go on. */
type Words = [what: string, how: string];

const AGAIN = 'Run this again. If it goes on, open the document in PeopleLens.';
const EXPIRED =
	'PeopleLens gives an address that is good for a short while. Run this again, which asks for a new one; if it goes on, open the document in PeopleLens.';

export const NO_ADDRESS: Words = ['has no address that it could be fetched from', AGAIN];
export const TOO_SLOW: Words = ['took longer than ten minutes', AGAIN];
export const TOO_LARGE: Words = [
	`is larger than ${MAX_FILE_BYTES / 1_000_000} MB`,
	'Nodes of n8n are not made for files of that size: open it in PeopleLens.',
];
export const PAGE: Words = ['could not be fetched: a web page came in its place', EXPIRED];

export const refused = (status: number): Words => [
	`could not be fetched (HTTP ${status})`,
	EXPIRED,
];

const outOfReach = (host: string): Words => [
	`could not be fetched: n8n can't reach ${host}, where PeopleLens keeps it`,
	'A firewall may block it. Check the network of n8n, or open the document in PeopleLens.',
];

const FAILURES: Partial<Record<FailureReason, (host: string, said?: string) => Words>> = {
	refused: outOfReach,
	dns: outOfReach,
	unreachable: outOfReach,
	notHttp: (host) => [
		`could not be fetched: ${host}, where PeopleLens keeps it, does not answer as it should`,
		'A proxy or firewall may answer in its place. Check the network of n8n, or open the document in PeopleLens.',
	],
	certificate: (host) => [
		`could not be fetched: the security certificate of ${host}, where PeopleLens keeps it, can't be trusted`,
		'A proxy or firewall may answer with its own. Check the network of n8n, or open the document in PeopleLens.',
	],
	notSent: (_, said) => [
		'could not be fetched, or could not be kept by n8n',
		said ? `n8n says: ${said}` : AGAIN,
	],
};

/**
 * Why a file did not come.
 * @param host the origin of its address: what follows is signed, and opens the file for everybody
 * @param quote makes n8n's own words fit to be shown
 */
export function failureInWords(
	{ reason, message }: TransportFailure,
	host: string,
	quote: (text: string) => string,
): Words {
	const said = message && quote(message.replace(/(https?:\/\/[^\s/?#]+)[^\s]*/gi, '$1'));
	return FAILURES[reason]?.(quote(host), said) ?? ['did not arrive whole', AGAIN];
}
