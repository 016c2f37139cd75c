import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const HEARTBEAT_MS = 5_000;
/** A holder that has not shown a sign of life for this long is gone (killed, or on a lost machine). */
const STALE_MS = 60_000;

/**
 * Lets one process at a time do something, across clones and terminals.
 * @template T
 * @param {string} file the lock's path; its folder is made when missing
 * @param {() => Promise<T>} work
 * @param {{ onWait?: () => void }} [options] onWait: called once when another process holds the
 *   lock; may throw to give up instead of waiting
 * @returns {Promise<T>}
 */
export async function withLock(file, work, { onWait = () => {} } = {}) {
	mkdirSync(dirname(file), { recursive: true });
	for (let waiting = false; !acquire(file); await sleep(300)) {
		if (!waiting) onWait();
		waiting = true;
	}
	const heartbeat = setInterval(() => utimesSync(file, new Date(), new Date()), HEARTBEAT_MS);
	const release = () => rmSync(file, { force: true });
	process.once('exit', release);
	try {
		return await work();
	} finally {
		clearInterval(heartbeat);
		process.off('exit', release);
		release();
	}
}

function acquire(file) {
	if (create(file)) return true;
	if (!isStale(file)) return false;
	// Only one process may remove a stale lock, or a second one would remove the first one's new lock.
	const removal = `${file}.removal`;
	if (!create(removal)) {
		if (age(removal) > STALE_MS) rmSync(removal, { force: true });
		return false;
	}
	if (isStale(file)) rmSync(file, { force: true });
	rmSync(removal, { force: true });
	return create(file);
}

function create(file) {
	try {
		writeFileSync(file, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: 'wx' });
		return true;
	} catch (error) {
		if (error.code === 'EEXIST') return false;
		throw error;
	}
}

function isStale(file) {
	if (age(file) > STALE_MS) return true;
	try {
		const { pid, host } = JSON.parse(readFileSync(file, 'utf8'));
		if (host !== hostname()) return false;
		process.kill(pid, 0);
		return false;
	} catch (error) {
		// ESRCH: nobody has that process id. Anything else (being written, just removed): look again.
		return error.code === 'ESRCH';
	}
}

function age(file) {
	const stats = statSync(file, { throwIfNoEntry: false });
	return stats ? Date.now() - stats.mtimeMs : 0;
}
