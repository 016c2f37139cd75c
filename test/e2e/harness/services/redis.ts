/** A Redis of its own for a test, which keeps its data through a restart. */
import { join, mkdirSync, rmSync } from '../node';
import { freePort } from '../ports';
import { ensureInstalled, startService } from './service';

/** The program by which Redis is recognised, and Debian's package. */
export const REDIS_PROGRAM = 'redis-server';

export type Redis = Awaited<ReturnType<typeof startRedis>>;

/** @param folder for its data and its log, emptied first */
export async function startRedis(folder: string) {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const log = join(folder, 'redis.log');
	const program = await ensureInstalled(REDIS_PROGRAM, REDIS_PROGRAM, log);
	const port = await freePort();
	const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
	const open = () => startService([program, ...place, '--appendonly', 'yes'], port, log);
	let service = await open();
	return {
		port,
		/** Stops it, waits for `whileGone`, and starts it again. */
		restart: async (whileGone: () => Promise<void>) => {
			await service.stop();
			await whileGone();
			service = await open();
		},
		stop: () => service.stop(),
	};
}
