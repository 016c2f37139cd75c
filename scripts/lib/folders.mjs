import { createHash } from 'node:crypto';
import { homedir, platform } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this repository. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** What outlives a clone: the installed n8n and the data of the demo. */
export const cacheFolder = join(userCache(), 'n8n-nodes-peoplelens');

/**
 * Logs, locks, pictures and throw-away data of this clone's runs. Outside the repository, because
 * Node would look for a package's modules in all folders above it: the n8n that is tested must find
 * its own n8n-workflow there, and not the one of the development tools.
 */
export const scratchFolder = join(cacheFolder, 'scratch', nameOf(repository));

/** `my-clone-1a2b3c4d`: another name for every clone. */
function nameOf(folder) {
	return `${basename(folder)}-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`;
}

function userCache() {
	if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
	if (platform() === 'darwin') return join(homedir(), 'Library', 'Caches');
	if (platform() === 'win32') {
		return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
	}
	return join(homedir(), '.cache');
}
