import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this repository. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Ignored by git: logs, locks and throw-away data of test runs. */
export const scratchFolder = join(repository, '.scratch');

/** What outlives a clone: the installed n8n and the data of the demo. */
export const cacheFolder = join(userCache(), 'n8n-nodes-peoplelens');

function userCache() {
	if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
	if (platform() === 'darwin') return join(homedir(), 'Library', 'Caches');
	if (platform() === 'win32') {
		return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
	}
	return join(homedir(), '.cache');
}
