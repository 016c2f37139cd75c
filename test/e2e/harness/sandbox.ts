/** The PeopleLens sandbox (sandbox/) as a process of its own. */
import { createInterface, join, nodeProcess, repositoryRoot } from './node';
import { endOf, killTree, startGuarded } from './processes';
import { controlSandbox, type SandboxControl } from './sandboxControl';
import { UserFacingError } from './userFacingError';

export interface RunningSandbox extends SandboxControl {
	/** Without a trailing slash. */
	url: string;
	apiKey: string;
	/** Settles when the process has ended, for whatever reason. */
	ended: Promise<void>;
	stop: () => Promise<void>;
}

interface SandboxOptions {
	/** Of sandbox/main.ts. */
	args?: string[];
	/** File for what it says about its own faults. */
	log: string;
}

/** @throws {UserFacingError} when it ends before it listens */
export async function startSandbox({ args = [], log }: SandboxOptions): Promise<RunningSandbox> {
	const tsx = join(repositoryRoot, 'node_modules', 'tsx', 'dist', 'cjs', 'index.cjs');
	const main = join(repositoryRoot, 'sandbox', 'main.ts');
	const child = startGuarded(nodeProcess.execPath, ['--require', tsx, main, ...args], {
		cwd: repositoryRoot,
		stdio: 'pipe',
		log,
	});
	const ended = endOf(child);
	const address = await Promise.race([firstLine(child.stdout), ended]);
	if (!address) {
		throw new UserFacingError('The PeopleLens sandbox ended while it was starting.', { log });
	}
	const { url, apiKey }: { url: string; apiKey: string } = JSON.parse(address);
	const stop = async () => {
		killTree(child);
		await ended;
	};
	return { url, apiKey, ended, stop, ...controlSandbox(url) };
}

async function firstLine(input: NodeJS.ReadableStream | null): Promise<string> {
	if (!input) throw new Error('Its output is not read.');
	return await new Promise((resolve) => createInterface({ input }).once('line', resolve));
}
