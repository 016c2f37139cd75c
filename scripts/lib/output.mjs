import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scratchFolder } from './folders.mjs';

/** Something a reader can act on: what happened, what to do about it, and where the details are. */
export class Trouble extends Error {
	/**
	 * @param {string} what happened, one sentence
	 * @param {{ fix?: string, log?: string, cause?: unknown }} [more] fix: what to do; log: path of the log file
	 */
	constructor(what, { fix, log, cause } = {}) {
		super(what, { cause });
		this.fix = fix;
		this.log = log;
	}
}

/** Prints one line (or several) for the reader. */
export function say(...lines) {
	for (const line of lines) process.stdout.write(`${line}\n`);
}

/**
 * Runs a script's main function when its file is the one Node was started with (and not imported);
 * turns whatever it throws into words and an exit code of 1 (the stack trace of a fault that nobody
 * foresaw goes to a file), and ends this process with all that it has started.
 * @param {string} url the script's import.meta.url
 * @param {() => Promise<void>} main
 */
export async function runScript(url, main) {
	if (fileURLToPath(url) !== realpathSync(process.argv[1])) return;
	try {
		await main();
	} catch (error) {
		process.exitCode = 1;
		const lines = ['', `Stopped: ${error.message}`];
		if (error.fix) lines.push(`What to do: ${error.fix}`);
		const log = error instanceof Trouble ? error.log : saveStack(error);
		if (log) lines.push(`Details: ${log}`);
		await new Promise((written) => process.stderr.write(`${lines.join('\n')}\n`, written));
	}
	process.exit();
}

function saveStack(error) {
	mkdirSync(scratchFolder, { recursive: true });
	const file = join(scratchFolder, 'stopped.log');
	writeFileSync(file, `${new Date().toISOString()} ${error.stack}\n`);
	return file;
}

/**
 * Shows that something long is under way and for how long: a running clock on a terminal, a line
 * every half minute elsewhere.
 * @template T
 * @param {string} label what is being done
 * @param {string} expected how long it takes as a rule, such as 'about 3 min'
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what the work returns
 */
export async function progress(label, expected, work) {
	const started = Date.now();
	const live = process.stdout.isTTY && !process.env.CI;
	const show = () =>
		process.stdout.write(`\r${label} … ${clock(Date.now() - started)} (${expected})  `);
	if (live) show();
	else say(`${label} … (${expected})`);
	const timer = live
		? setInterval(show, 1000)
		: setInterval(() => say(`  still at it after ${clock(Date.now() - started)}`), 30_000);
	try {
		const result = await work();
		const took = `done in ${clock(Date.now() - started)}`;
		say(live ? `\r${label} … ${took}${' '.repeat(expected.length + 4)}` : `  ${took}`);
		return result;
	} catch (error) {
		if (live) say('');
		throw error;
	} finally {
		clearInterval(timer);
	}
}

/** @param {number} ms @returns {string} minutes and seconds, such as 3:07 */
export function clock(ms) {
	const seconds = Math.round(ms / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
