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

const OWNER = {
	email: 'owner@peoplelens.example',
	password: 'Owner-Of-Tests-1',
	firstName: 'Olivia',
	lastName: 'Owner',
};

/**
 * @typedef {object} HostOptions
 * @property {import('./install.mjs').Host} [host] the newest one if not given
 * @property {string} [tarball] the packed package; packed anew if not given
 * @property {Record<string, string>} [env] for n8n
 * @property {string[]} [sandboxArgs] of sandbox/main.ts
 */

/** @typedef {Awaited<ReturnType<typeof openHost>>} TestHost */

/**
 * Before anybody has signed up.
 * @param {string} name of its folder below the scratch folder, which is emptied first
 * @param {HostOptions} [options]
 */
export async function startHost(name, { host, tarball, env, sandboxArgs } = {}) {
	const n8nHost = host ?? (await installHost());
	const folder = join(scratchFolder, name);
	rmSync(folder, { recursive: true, force: true });
	const log = (part) => join(folder, `${part}.log`);
	const packed = tarball ?? (await packPackage(join(folder, 'package')));
	const { name: packageName } = await installPackage(folder, packed, log('install'));
	const sandbox = await startSandbox({ args: sandboxArgs, log: log('sandbox') });
	const n8n = await progress(`Starting n8n ${n8nHost.version}`, 'about 15 s', () =>
		startN8n(n8nHost, { userFolder: folder, log: log('n8n'), env }),
	);
	return {
		host: n8nHost,
		folder,
		log,
		/** Where the package lies in n8n. */
		packageFolder: join(folder, '.n8n', 'nodes', 'node_modules', packageName),
		n8n,
		sandbox,
		stop: async () => {
			await Promise.all([n8n.stop(), sandbox.stop()]);
		},
	};
}

/**
 * With its owner signed in.
 * @param {string} name of its folder below the scratch folder, which is emptied first
 * @param {HostOptions} [options]
 */
export async function openHost(name, options) {
	const started = await startHost(name, options);
	const rest = await signIn(started.n8n.url, OWNER);
	const tenants = [];
	return {
		...started,
		rest,
		credential: await createCredential(rest, 'PeopleLens', started.sandbox),
		/** One more tenant, for what would get in the way of others. @param {string} tenantName */
		openTenant: async (tenantName, sandboxArgs = []) => {
			const tenant = await startSandbox({ args: sandboxArgs, log: started.log('tenants') });
			tenants.push(tenant);
			return { tenant, credential: await createCredential(rest, tenantName, tenant) };
		},
		stop: async () => {
			await Promise.all([started, ...tenants].map((part) => part.stop()));
		},
	};
}

async function createCredential(rest, name, { url, apiKey }) {
	const data = { baseUrl: url, apiKey };
	const { id } = await rest.credentials.create({ name, type: 'peopleLensApi', data });
	return { id, name };
}
