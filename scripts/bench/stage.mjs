/** Where a benchmark plays: the real n8n with the packed package, and sandboxes beside it. */
import { openHost } from '../host/throwaway.mjs';

/** @typedef {Awaited<ReturnType<typeof openStage>>} Stage */

/** @param {import('../host/install.mjs').Host} host @param {string} tarball the packed package */
export async function openStage(host, tarball) {
	const stage = await openHost('bench', { host, tarball, env: { N8N_LOG_LEVEL: 'warn' } });
	let tenants = 0;
	return {
		...stage,
		tarball,
		/** Of n8n's process. */
		pid: stage.n8n.process.pid,
		/**
		 * A tenant of its own.
		 * @param {{ users?: number, auditLogs?: number, behaviour?: object }} content
		 * @returns what steers it, and `credential` for it in n8n
		 */
		async openTenant({ users = 20, auditLogs = 0, behaviour = {} } = {}) {
			const args = ['--users', users, '--audit-logs', auditLogs].map(String);
			const { tenant, credential } = await stage.openTenant(`Tenant ${++tenants}`, args);
			await tenant.behave(behaviour);
			return { ...tenant, credential: { peopleLensApi: credential } };
		},
	};
}
