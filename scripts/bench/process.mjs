/** What a process uses, as Linux tells it in /proc. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';

export const isMeasurable = platform() === 'linux';

/** @returns {number} CPU time so far, user and system, in ms */
export function cpuTime(pid) {
	// The name, in brackets, may hold spaces; what follows are fields 3 and on of proc(5).
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
	return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond();
}

const ticksPerSecond = () => Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** @param {'VmRSS' | 'VmHWM'} what now, or at the peak @returns {number} MB of memory */
export function memory(pid, what) {
	const [, kilobytes] = new RegExp(`${what}:\\s+(\\d+)`).exec(
		readFileSync(`/proc/${pid}/status`, 'utf8'),
	);
	return Number(kilobytes) / 1024;
}

/** From now on the peak is a new one. */
export function forgetPeak(pid) {
	writeFileSync(`/proc/${pid}/clear_refs`, '5');
}
