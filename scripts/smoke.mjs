/**
 * Smoke test: the packed package in a real n8n against the sandbox, each operation once, all of it
 * through the REST interface that n8n's editor uses: node scripts/smoke.mjs [version of n8n]
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { installHost } from './host/install.mjs';
import { openHost } from './host/throwaway.mjs';
import { createChecks } from './lib/checks.mjs';
import { scratchFolder } from './lib/folders.mjs';
import { filesHolding } from './lib/leaks.mjs';
import { runScript } from './lib/output.mjs';
import { packPackage } from './pack.mjs';
import { setUp } from './setup.mjs';
import { checkCredentialTest } from './smoke/credential.mjs';
import { checkEditor } from './smoke/editor.mjs';
import { checkOperations } from './smoke/operations.mjs';

/**
 * @param {object} options
 * @param {import('./host/install.mjs').Host} options.host
 * @param {string} options.tarball the packed package
 * @param {(what: string, verify: () => unknown) => Promise<unknown>} options.check
 */
export async function smoke({ host, tarball, check }) {
	const { folder, rest, sandbox, credential, stop } = await openHost(join('smoke', host.version), {
		host,
		tarball,
	});
	const data = { baseUrl: sandbox.url, apiKey: sandbox.apiKey };
	const subject = { rest, sandbox, credential: { ...credential, type: 'peopleLensApi', data } };

	await checkCredentialTest(check, subject);
	await checkEditor(check, subject);
	await checkOperations(check, subject);
	await stop();
	await check("the API key is nowhere in n8n's logs and database", () =>
		assert.deepEqual(filesHolding(folder, [sandbox.apiKey]), []),
	);
}

async function main() {
	await setUp();
	const host = await installHost(process.argv[2]);
	const tarball = await packPackage(join(scratchFolder, 'package'));
	const { check, finish } = createChecks();
	await smoke({ host, tarball, check });
	finish();
}

await runScript(import.meta.url, main);
