import { normalizeBaseUrl } from '../../nodes/PeopleLens/api/baseUrl';
import { dirname, existsSync, parseArgs } from './node';

export const HELP = `Checks a PeopleLens tenant against what this package expects of it. Takes about a minute.

  PEOPLELENS_API_KEY=… npm run check:tenant -- --url https://acme.peoplelensai.com

  --url <address>          the address that you open PeopleLens with
  --report <file>          keeps the result as a file without personal data, e.g. report.json:
                           attach it to an issue, or give it to npm run sandbox -- --like
  --watch-minutes <n>      also watches for n minutes whether events show up late (best while
                           people are at work)
  --write --email <addr>   also invites this address, deactivates it again, and tells how to clean
                           up; asks before. Take an address of yours that nobody uses in PeopleLens
  --help                   this text

It only reads, unless you say --write. It sends at most 60 requests, one after the other. The API
key comes from the environment variable PEOPLELENS_API_KEY and is sent to that address alone.
`;

const OPTIONS = {
	url: { type: 'string' },
	report: { type: 'string' },
	'watch-minutes': { type: 'string' },
	write: { type: 'boolean' },
	email: { type: 'string' },
	help: { type: 'boolean' },
} as const;

export interface Options {
	/** An origin. */
	baseUrl: string;
	apiKey: string;
	reportFile?: string;
	watchMinutes: number;
	/** Set only together with --write. */
	writeEmail?: string;
}

/** Something about the command line or the key that the check can't begin with. */
export class UsageError extends Error {}

const MAX_WATCH_MINUTES = 60;
const EMAIL = /^[^\s@<>",;]{1,64}@[^\s@<>",;]{1,180}\.[^\s@<>",;.]{2,60}$/;

/**
 * Reads the command line.
 * @param key the environment variable's value
 * @returns undefined when only help is wanted
 * @throws {UsageError} with words for the person; the key is never part of them
 */
export function readOptions(args: string[], key: string | undefined): Options | undefined {
	const values = parsed(args);
	if (values.help) return undefined;
	if (values.url === undefined)
		throw new UsageError('--url is missing: the address of your PeopleLens');
	const { write = false, email } = values;
	if (write !== (email !== undefined)) {
		throw new UsageError('--write and --email belong together: name the address to invite');
	}
	if (email !== undefined && !EMAIL.test(email))
		throw new UsageError('--email is no email address');
	if (values.report !== undefined && !existsSync(dirname(values.report))) {
		throw new UsageError(`The folder of ${values.report} does not exist`);
	}
	return {
		baseUrl: baseUrlOf(values.url),
		apiKey: readKey(key),
		reportFile: values.report,
		watchMinutes: minutes(values['watch-minutes']),
		writeEmail: email,
	};
}

function parsed(args: string[]) {
	const { value } = attempt(() => parseArgs({ args, options: OPTIONS }).values);
	if (value) return value;
	// Node's words repeat the argument, and that may be a key in the wrong place.
	throw new UsageError('There is an option that does not exist, or one without its value');
}

function baseUrlOf(url: string): string {
	const { value, words } = attempt(() => normalizeBaseUrl(url));
	if (value !== undefined) return value;
	throw new UsageError(String(words).replace("'Base URL'", '--url'));
}

function attempt<Result>(work: () => Result): { value?: Result; words?: string } {
	try {
		return { value: work() };
	} catch (error) {
		return { words: (error as Error).message };
	}
}

function readKey(key: string | undefined): string {
	const bare = (key ?? '').trim().replace(/^Bearer\s+/i, '');
	if (bare === '')
		throw new UsageError('Put the API key into the environment variable PEOPLELENS_API_KEY');
	if (/^[\x21-\x7e]{1,4096}$/.test(bare)) return bare;
	throw new UsageError('PEOPLELENS_API_KEY holds characters that no key has: copy it again');
}

function minutes(value: string | undefined): number {
	if (value === undefined) return 0;
	const number = /^\d{1,3}(\.\d+)?$/.test(value) ? Number(value) : NaN;
	if (number > 0 && number <= MAX_WATCH_MINUTES) return number;
	throw new UsageError(`--watch-minutes must be a number up to ${MAX_WATCH_MINUTES}`);
}
