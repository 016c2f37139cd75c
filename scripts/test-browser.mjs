/**
 * The package as people use it: in the editor of a real n8n, in a browser, against the sandbox.
 * Checks what they read; it tells where the pictures of every step are kept.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installHost } from './host/install.mjs';
import { scratchFolder } from './lib/folders.mjs';
import { runScript } from './lib/output.mjs';
import { packPackage } from './pack.mjs';
import { setUp } from './setup.mjs';

async function main() {
	const { values } = parseArgs({ options: { tarball: { type: 'string' } } });
	await setUp();
	const host = await installHost();
	const tarball = values.tarball ?? (await packPackage(join(scratchFolder, 'browser-package')));
	// Only now is the library there that drives the browser.
	const { tellStories } = await import('./browser/stories.mjs');
	await tellStories(host, tarball);
}

await runScript(import.meta.url, main);
