import { TenantClient, type Time } from './http/client';
import { HELP, readOptions, UsageError, type Options } from './options';
import { cleanUpOf, leftOverOf, printReport, progressOf } from './print';
import { Session } from './probes/session';
import { createReport } from './report';
import { survey } from './survey';
import { judge } from './verdicts';

/** What the program needs of the computer it runs on. */
export interface Surroundings {
	args: string[];
	/** The environment variable PEOPLELENS_API_KEY. */
	apiKey: string | undefined;
	/** Of this package. */
	packageVersion: string;
	time: Time;
	print(text: string): void;
	complain(text: string): void;
	/** Asks the person; undefined where nobody can answer, because there is no terminal. */
	ask?: (question: string) => Promise<string>;
	writeFile(file: string, text: string): void;
	/** Says what is to be done before a person, or the computer, ends the program. */
	onInterrupt(end: () => void): void;
	/** Between two requests, in ms. */
	pauseMs: number;
}

export const MAX_REQUESTS = 60;

/** For one request, in ms. */
const TIMEOUT_MS = 30_000;

/**
 * Runs the check and prints what it finds.
 * @returns the exit code: 0, 1 when something breaks, 2 when the check could not be made
 */
export async function runProgram(surroundings: Surroundings): Promise<number> {
	return await run(surroundings).catch((error: unknown) => {
		if (!(error instanceof UsageError)) throw error;
		surroundings.complain(`${error.message}\nSee: npm run check:tenant -- --help\n`);
		return 2;
	});
}

async function run(surroundings: Surroundings): Promise<number> {
	const options = readOptions(surroundings.args, surroundings.apiKey);
	if (!options) {
		surroundings.print(HELP);
		return 0;
	}
	if (options.writeEmail !== undefined) {
		await confirm(options.writeEmail, options.baseUrl, surroundings.ask);
	}
	return await check(options, surroundings);
}

/** @throws {UsageError} unless a person has typed the address */
async function confirm(email: string, baseUrl: string, ask: Surroundings['ask']): Promise<void> {
	if (!ask) {
		throw new UsageError('--write asks a person before it changes anything: run it in a terminal');
	}
	const answer = await ask(
		`\nThis invites ${email} to ${baseUrl}, which sends a mail there, and deactivates the new user again.\nType the address once more to go on: `,
	);
	if (answer.trim() !== email) {
		throw new UsageError('That is not the same address. Nothing was sent');
	}
}

/** A sandbox on this computer needs no rest between two requests; a real tenant has other work. */
export function pauseFor(baseUrl: string, pauseMs: number): number {
	const { hostname } = new URL(baseUrl);
	return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) ? 0 : pauseMs;
}

async function check(options: Options, surroundings: Surroundings): Promise<number> {
	const { print, complain, time, pauseMs, packageVersion } = surroundings;
	const { baseUrl, apiKey, watchMinutes, writeEmail, reportFile } = options;
	const client = new TenantClient({
		baseUrl,
		apiKey,
		time,
		maxRequests: MAX_REQUESTS,
		pauseMs: pauseFor(baseUrl, pauseMs),
		timeoutMs: TIMEOUT_MS,
	});
	const session = new Session(client);
	const tellWhatIsLeft = () => {
		if (writeEmail === undefined) return;
		print(`\n${cleanUpOf(session.written, writeEmail)}\n`);
		for (const one of session.left) print(`\n${leftOverOf(one, writeEmail)}\n`);
	};
	surroundings.onInterrupt(tellWhatIsLeft);
	print(`Checking ${baseUrl}\n\n`);
	const onProbe = (probe: Parameters<typeof progressOf>[0]) => print(progressOf(probe));
	await survey(session, { watchMinutes, writeEmail, onProbe, onWritten: tellWhatIsLeft });
	if (session.isUnanswered) {
		complain(
			`\nNo answer came from ${baseUrl}, so nothing could be checked. The address may be wrong, or a firewall in the way; the check does not go through an HTTP proxy.\n`,
		);
		return 2;
	}
	const { facts, written } = session;
	const sections = judge(facts);
	print(printReport(sections, facts));
	// Once more, below all that was printed since.
	tellWhatIsLeft();
	print(`\n${client.sent} requests sent.\n`);

	if (reportFile !== undefined) {
		const report = createReport(facts, {
			packageVersion,
			day: new Date(time.now()).toISOString().slice(0, 10),
			requests: client.sent,
			watchedMinutes: watchMinutes,
			wrote: written === 'deactivated' || written === 'leftInvited',
		});
		try {
			surroundings.writeFile(reportFile, `${JSON.stringify(report, null, 2)}\n`);
		} catch {
			complain(`The report could not be written to ${reportFile}\n`);
			return 2;
		}
		print(
			`The report without personal data is in ${reportFile}. Thank you for attaching it to an issue.\n`,
		);
	}
	const breaks = sections.some(({ points }) => points.some(({ verdict }) => verdict === 'breaks'));
	return breaks ? 1 : 0;
}
