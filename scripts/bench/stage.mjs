/** Where a benchmark plays: the real n8n with the packed package, and sandboxes beside it. */
import { join } from 'node:path';
import { installPackage, startN8n } from '../host/n8n.mjs';
import { signIn } from '../host/rest.mjs';
import { startSandbox } from '../host/sandbox.mjs';
import { controlSandbox } from '../host/sandboxControl.mjs';

const ACCOUNT = {
	email: 'bench@peoplelens.example',
	password: 'Bench-Mark-1',
	firstName: 'Bench',
	lastName: 'Mark',
};

/** @typedef {Awaited<ReturnType<typeof openStage>>} Stage */

/**
 * @param {object} options
 * @param {import('../host/install.mjs').Host} options.host
 * @param {string} options.folder emptied before
 * @param {string} options.tarball the packed package
 */
export async function openStage({ host, folder, tarball }) {
	const log = (part) => join(folder, `${part}.log`);
	const { name: packageName } = await installPackage(folder, tarball, log('install'));
	// Of a day of measuring only the last runs are of interest, and a full disk would be measured too.
	const env = { EXECUTIONS_DATA_PRUNE_MAX_COUNT: '20', N8N_LOG_LEVEL: 'warn' };
	const n8n = await startN8n(host, { userFolder: folder, log: log('n8n'), env });
	const rest = await signIn(n8n.url, ACCOUNT);
	const sandboxes = [];
	return {
		host,
		folder,
		log,
		rest,
		/** Where the package lies in n8n. */
		root: join(folder, '.n8n', 'nodes', 'node_modules', packageName),
		/** Of n8n's process. */
		pid: n8n.process.pid,
		/**
		 * A tenant of its own.
		 * @param {{ users?: number, auditLogs?: number, behaviour?: object }} content
		 * @returns what steers it, and `credential` for it in n8n
		 */
		async openTenant({ users = 20, auditLogs = 0, behaviour = {} } = {}) {
			const args = ['--users', users, '--audit-logs', auditLogs].map(String);
			const sandbox = await startSandbox({ args, log: log('sandbox') });
			sandboxes.push(sandbox);
			const control = controlSandbox(sandbox.url);
			await control.behave(behaviour);
			const data = { baseUrl: sandbox.url, apiKey: sandbox.apiKey };
			const name = `Tenant ${sandboxes.length}`;
			const { id } = await rest.credentials.create({ name, type: 'peopleLensApi', data });
			return {
				...control,
				url: sandbox.url,
				credential: { peopleLensApi: { id, name } },
				close: sandbox.stop,
			};
		},
		async close() {
			await Promise.all([n8n, ...sandboxes].map((part) => part.stop()));
		},
	};
}
