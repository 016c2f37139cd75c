import { basename, createHash, homedir, join, nodeProcess, platform, repositoryRoot } from './node';

/** What outlives a clone: the installed n8n and the data of the demo. */
export const cacheFolder = join(userCache(), 'n8n-nodes-peoplelens');

/**
 * Logs, locks and throw-away data of this clone's runs. Outside the repository, because Node looks
 * for a package's modules in all folders above it: the n8n that is tested must find its own
 * n8n-workflow there, and not the one of the development tools.
 */
export const scratchFolder = join(cacheFolder, 'scratch', nameOf(repositoryRoot));

/** What a person looks at afterwards: screenshots, traces, the tarball. Ignored by git. */
export const resultsFolder = join(repositoryRoot, '.scratch');

/** `my-clone-1a2b3c4d`: another name for every clone. */
function nameOf(folder: string): string {
	return `${basename(folder)}-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`;
}

function userCache(): string {
	const { XDG_CACHE_HOME, LOCALAPPDATA } = nodeProcess.env;
	if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
	if (platform() === 'darwin') return join(homedir(), 'Library', 'Caches');
	if (platform() === 'win32') return LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
	return join(homedir(), '.cache');
}
