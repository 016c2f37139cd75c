/** A fresh n8n with the packed package, a PeopleLens sandbox, and the credential for it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../lib/folders.mjs';
import { progress } from '../lib/output.mjs';
import { packPackage } from '../pack.mjs';
import { installHost } from './install.mjs';
import { installPackage, startN8n } from './n8n.mjs';
import { signIn } from './rest.mjs';
import { startSandbox } from './sandbox.mjs';

/** @typedef {Awaited<ReturnType<typeof openHost>>} TestHost */

/**
 * @param {string} name of its folder below the scratch folder, which is emptied first
 * @param {{ env?: Record<string, string>, sandboxArgs?: string[] }} [options] env: for n8n
 */
export async function openHost(name, { env, sandboxArgs = [] } = {}) {
	const host = await installHost();
	const folder = join(scratchFolder, name);
	rmSync(folder, { recursive: true, force: true });
	const log = (part) => join(folder, `${part}.log`);
	const tarball = await packPackage(join(folder, 'package'));
	await installPackage(folder, tarball, log('install'));
	const sandbox = await startTenant({ args: sandboxArgs, log: log('sandbox') });
	const n8n = await progress('Starting n8n', 'about 15 s', () =>
		startN8n(host, { userFolder: folder, log: log('n8n'), env }),
	);
	const rest = await signIn(n8n.url, {
		email: 'owner@peoplelens.example',
		password: 'Owner-Of-Tests-1',
		firstName: 'Olivia',
		lastName: 'Owner',
	});
	const parts = [n8n, sandbox];
	return {
		folder,
		rest,
		sandbox,
		credential: await createCredential(rest, 'PeopleLens', sandbox),
		/** One more tenant, for what would get in the way of others. @param {string} name */
		openTenant: async (name) => {
			const tenant = await startTenant({ args: [], log: log(name) });
			parts.push(tenant);
			return { tenant, credential: await createCredential(rest, name, tenant) };
		},
		stop: async () => {
			await Promise.all(parts.map((part) => part.stop()));
		},
	};
}

async function createCredential(rest, name, { url, apiKey }) {
	const data = { baseUrl: url, apiKey };
	const { id } = await rest.credentials.create({ name, type: 'peopleLensApi', data });
	return { id, name };
}

async function startTenant(options) {
	const sandbox = await startSandbox(options);
	return { ...sandbox, ...steering(sandbox.url) };
}

/** Looks into the running sandbox, and changes it. */
function steering(url) {
	const send = async (method, path, body) => {
		const answer = await fetch(`${url}/sandbox/${path}`, { method, body: JSON.stringify(body) });
		if (!answer.ok) throw new Error(`The sandbox refused ${path}: ${await answer.text()}`);
		return await answer.json();
	};
	return {
		/** @param {'users' | 'events'} what @returns {Promise<object[]>} all it holds */
		held: async (what) => (await send('GET', what)).data,
		/** @param {string} path below /sandbox/ */
		steer: (path, body = {}) => send('POST', path, body),
		/** @returns {Promise<object[]>} the requests it received */
		received: async () => (await send('GET', 'requests')).data,
		send,
	};
}
