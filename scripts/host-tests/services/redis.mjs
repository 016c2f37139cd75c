/** A Redis of its own for a test, which keeps its data through a restart. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '../../lib/ports.mjs';
import { provideProgram, startService } from './service.mjs';

/** @returns {Promise<{ port: number, restart: (pause: number) => Promise<void>, stop: Function }>} */
export async function startRedis(folder) {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const log = join(folder, 'redis.log');
	const program = await provideProgram('redis-server', 'redis-server', log);
	const [port] = await freePorts([undefined]);
	const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
	const open = () => startService([program, ...place, '--appendonly', 'yes'], port, log);
	let service = await open();
	return {
		port,
		/** @param {(ms: number) => Promise<void>} whileGone what happens in between */
		restart: async (whileGone) => {
			await service.stop();
			await whileGone();
			service = await open();
		},
		stop: () => service.stop(),
	};
}
