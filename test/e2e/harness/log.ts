import { every, nodeProcess } from './node';
import { rethrow } from './userFacingError';

const HEARTBEAT_MS = 30_000;

/** Prints lines for the reader. */
export function log(...lines: string[]): void {
	for (const line of lines) nodeProcess.stdout.write(`${line}\n`);
}

/**
 * Shows that something long is under way and for how long: a running clock on a terminal, a line
 * every half minute elsewhere.
 * @param expected how long it takes as a rule, such as 'about 3 min'
 * @returns what the work returns
 */
export async function showProgress<T>(
	label: string,
	expected: string,
	work: () => Promise<T>,
): Promise<T> {
	const started = Date.now();
	const live = nodeProcess.stdout.isTTY && !nodeProcess.env.CI;
	const elapsed = () => formatDuration(Date.now() - started);
	const show = () => nodeProcess.stdout.write(`\r${label} … ${elapsed()} (${expected})  `);
	if (live) show();
	else log(`${label} … (${expected})`);
	const stop = live ? every(1000, show) : every(HEARTBEAT_MS, () => log(`  ${elapsed()} so far`));
	try {
		const result = await work();
		const took = `done in ${elapsed()}`;
		log(live ? `\r${label} … ${took}${' '.repeat(expected.length + 4)}` : `  ${took}`);
		return result;
	} catch (error) {
		if (live) log('');
		rethrow(error);
	} finally {
		stop();
	}
}

/** @returns minutes and seconds, such as 3:07 */
export function formatDuration(ms: number): string {
	const seconds = Math.round(ms / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
