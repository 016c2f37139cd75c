/** Where a host test plays: a throw-away n8n with the packed package, a sandbox, a gateway between. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { installPackage, startN8n } from '../host/n8n.mjs';
import { signIn } from '../host/rest.mjs';
import { startSandbox } from '../host/sandbox.mjs';
import { scratchFolder } from '../lib/folders.mjs';
import { freePorts } from '../lib/ports.mjs';
import { openGateway } from './gateway.mjs';

export const ACCOUNT = {
	email: 'host-test@peoplelens.example',
	password: 'Host-Test-1',
	firstName: 'Host',
	lastName: 'Test',
};

/** The key of the workflows that are to stay undisturbed when the tenant's first key is revoked. */
const STEADY_KEY = 'dummy-steady-key-example';

/** Where everything of a stage is kept, until the next time. */
export const stageFolder = (name) => join(scratchFolder, 'host-tests', name);

/** @typedef {Awaited<ReturnType<typeof openStage>>} Stage */

/**
 * @param {object} options
 * @param {string} options.name of the folder, below the scratch folder
 * @param {import('../host/install.mjs').Host} options.host
 * @param {string} [options.tarball] installed before the start; without it, n8n starts bare
 * @param {Record<string, string>} [options.env] settings of n8n
 * @param {string} [options.hostname] by which n8n knows PeopleLens: 127.0.0.1 or localhost
 */
export async function openStage({ name, host, tarball, env = {}, hostname = '127.0.0.1' }) {
	const folder = stageFolder(name);
	rmSync(folder, { recursive: true, force: true });
	const log = (part) => join(folder, `${part}.log`);
	if (tarball) await installPackage(folder, tarball, log('install'));
	const args = ['--read-only-key', STEADY_KEY];
	const sandbox = await startSandbox({ args, log: log('sandbox') });
	const gateway = await openGateway(sandbox.url);
	const [port] = await freePorts([undefined]);

	const stage = {
		host,
		folder,
		log,
		baseUrl: `http://${hostname}:${gateway.port}`,
		keys: { first: sandbox.apiKey, steady: STEADY_KEY },
		sandbox,
		gateway,
		/** The ids of all events that were made, in their order. */
		made: [],
		/** Something happens in PeopleLens. @param {object} [more] such as { visibleInMs: 60000 } */
		async makeEvents(count, more) {
			const events = await sandbox.addEvents(count, more);
			stage.made.push(...events.map(({ id }) => id));
		},
		n8n: undefined,
		rest: undefined,
		/** Starts n8n, at the same address each time. @param {object} [more] settings for this start */
		async start(more = {}) {
			const options = { userFolder: folder, log: log('n8n'), port, env: { ...env, ...more } };
			stage.n8n = await startN8n(host, options);
			stage.rest = await signIn(stage.n8n.url, ACCOUNT);
		},
		/** @returns {Promise<{ id: string, name: string }>} a credential with this key */
		async addCredential(credentialName, apiKey) {
			const data = { baseUrl: stage.baseUrl, apiKey };
			const content = { name: credentialName, type: 'peopleLensApi', data };
			const { id } = await stage.rest.credentials.create(content);
			return { id, name: credentialName };
		},
		async changeKey({ id, name: credentialName }, apiKey) {
			const data = { baseUrl: stage.baseUrl, apiKey };
			const content = { name: credentialName, type: 'peopleLensApi', data };
			await stage.rest.credentials.update(id, content);
		},
		async close() {
			await stage.n8n?.stop();
			await gateway.shut();
			await sandbox.stop();
		},
	};
	await stage.start();
	return stage;
}
