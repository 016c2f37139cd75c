/**
 * Smoke test: the packed package in a real n8n against the sandbox, each operation once, all of it
 * through the REST interface that n8n's editor uses.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installHost } from './host/install.mjs';
import { installPackage, startN8n } from './host/n8n.mjs';
import { signIn } from './host/rest.mjs';
import { startSandbox } from './host/sandbox.mjs';
import { createChecks } from './lib/checks.mjs';
import { scratchFolder } from './lib/folders.mjs';
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

async function main() {
	await setUp();
	const host = await installHost();
	const userFolder = join(scratchFolder, 'smoke');
	rmSync(userFolder, { recursive: true, force: true });
	const log = join(userFolder, 'n8n.log');
	const tarball = await packPackage(join(scratchFolder, 'package'));
	await installPackage(userFolder, tarball, join(userFolder, 'install.log'));

	const sandbox = await startSandbox({ log: join(userFolder, 'sandbox.log') });
	const n8n = await progress('Starting n8n', 'about 15 s', () =>
		startN8n(host, { userFolder, log }),
	);
	const rest = await signIn(n8n.url, account);
	const type = 'peopleLensApi';
	const data = { baseUrl: sandbox.url, apiKey: sandbox.apiKey };
	const { id, name } = await rest.credentials.create({ name: 'Sandbox', type, data });
	const subject = { rest, sandbox, credential: { id, name, type, data } };

	const { check, finish } = createChecks();
	await checkCredentialTest(check, subject);
	await checkEditor(check, subject);
	await checkOperations(check, subject);
	await n8n.stop();
	await sandbox.stop();
	await check("the API key is nowhere in n8n's logs and database", () => {
		const found = filesIn(userFolder).filter((file) => readFileSync(file).includes(sandbox.apiKey));
		assert.deepEqual(found, []);
	});
	finish();
}

/** All files below a folder, but not those of the installed package. */
function filesIn(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isFile()) return [path];
		return entry.isDirectory() && entry.name !== 'node_modules' ? filesIn(path) : [];
	});
}

await runScript(import.meta.url, main);
