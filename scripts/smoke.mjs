/**
 * Smoke test: the packed package in a real n8n against the sandbox, each operation once, all of it
 * through the REST interface that n8n's editor uses: node scripts/smoke.mjs [version of n8n]
 */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { installHost } from './host/install.mjs';
import { installPackage, startN8n } from './host/n8n.mjs';
import { signIn } from './host/rest.mjs';
import { startSandbox } from './host/sandbox.mjs';
import { createChecks } from './lib/checks.mjs';
import { scratchFolder } from './lib/folders.mjs';
import { filesHolding } from './lib/leaks.mjs';
import { progress, runScript } from './lib/output.mjs';
import { packPackage } from './pack.mjs';
import { setUp } from './setup.mjs';
import { checkCredentialTest } from './smoke/credential.mjs';
import { checkEditor } from './smoke/editor.mjs';
import { checkOperations } from './smoke/operations.mjs';

const account = {
	email: 'smoke@peoplelens.example',
	password: 'Smoke-Test-1',
	firstName: 'Smoke',
	lastName: 'Test',
};

/**
 * @param {object} options
 * @param {import('./host/install.mjs').Host} options.host
 * @param {string} options.tarball the packed package
 * @param {(what: string, verify: () => unknown) => Promise<unknown>} options.check
 */
export async function smoke({ host, tarball, check }) {
	const userFolder = join(scratchFolder, 'smoke', host.version);
	rmSync(userFolder, { recursive: true, force: true });
	const log = join(userFolder, 'n8n.log');
	await installPackage(userFolder, tarball, join(userFolder, 'install.log'));

	const sandbox = await startSandbox({ log: join(userFolder, 'sandbox.log') });
	const n8n = await progress(`Starting n8n ${host.version}`, 'about 15 s', () =>
		startN8n(host, { userFolder, log }),
	);
	const rest = await signIn(n8n.url, account);
	const type = 'peopleLensApi';
	const data = { baseUrl: sandbox.url, apiKey: sandbox.apiKey };
	const { id, name } = await rest.credentials.create({ name: 'Sandbox', type, data });
	const subject = { rest, sandbox, credential: { id, name, type, data } };

	await checkCredentialTest(check, subject);
	await checkEditor(check, subject);
	await checkOperations(check, subject);
	await n8n.stop();
	await sandbox.stop();
	await check("the API key is nowhere in n8n's logs and database", () =>
		assert.deepEqual(filesHolding(userFolder, [sandbox.apiKey]), []),
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
