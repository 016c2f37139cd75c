import { lock, type LockOptions } from 'proper-lockfile';
import { delay, dirname, mkdirSync } from './node';
import { codeOf, rethrow } from './userFacingError';

/** A holder that has shown no sign of life for this long was killed; it shows one twice as often. */
const STALE_MS = 20_000;
const RETRY_MS = 300;

const OPTIONS: LockOptions = { realpath: false, stale: STALE_MS };

/**
 * Lets one process at a time do something, across clones and terminals.
 * @param path of what is locked; `<path>.lock` is made beside it
 * @param onWait called once when another process holds the lock; may throw to give up
 */
export async function withLock<T>(
	path: string,
	work: () => Promise<T>,
	onWait: () => void = () => {},
): Promise<T> {
	mkdirSync(dirname(path), { recursive: true });
	const release = await acquire(path, onWait);
	try {
		return await work();
	} finally {
		await release();
	}
}

async function acquire(path: string, onWait: () => void): Promise<() => Promise<void>> {
	for (let waiting = false; ; await delay(RETRY_MS)) {
		try {
			return await lock(path, OPTIONS);
		} catch (error) {
			if (codeOf(error) !== 'ELOCKED') rethrow(error);
		}
		if (!waiting) onWait();
		waiting = true;
	}
}
