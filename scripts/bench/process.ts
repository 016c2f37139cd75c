/** What a process uses, as Linux tells it in /proc. */
import { execFileSync, platform, readFileSync, writeFileSync } from '../../test/e2e/harness/node';

export const isMeasurable = platform() === 'linux';

/** @returns CPU time so far, user and system, in ms */
export function cpuTime(pid: number): number {
	// The name, in brackets, may hold spaces; what follows are fields 3 and on of proc(5).
	const after = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
	const fields = after.split(' ');
	return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond();
}

const ticksPerSecond = () => Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** @param what now, or at the peak @returns MB of memory */
export function memory(pid: number, what: 'VmRSS' | 'VmHWM'): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const [, kilobytes] = new RegExp(`${what}:\\s+(\\d+)`).exec(status) ?? [];
	return Number(kilobytes) / 1024;
}

/** From now on the peak is a new one. */
export function forgetPeak(pid: number): void {
	writeFileSync(`/proc/${pid}/clear_refs`, '5');
}
