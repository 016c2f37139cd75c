/** Where a benchmark runs: the real n8n with the packed package, and sandboxes beside it. */
import type { Behaviour } from '../../sandbox';
import { openTestEnvironment } from '../../test/e2e/harness/environment';
import { CREDENTIAL_TYPE } from '../../test/e2e/harness/nodeTypes';

export type BenchEnvironment = Awaited<ReturnType<typeof openBenchEnvironment>>;
export type BenchTenant = Awaited<ReturnType<BenchEnvironment['openTenant']>>;

interface TenantContent {
	users?: number;
	auditLogs?: number;
	behaviour?: Partial<Behaviour>;
}

export async function openBenchEnvironment() {
	const environment = await openTestEnvironment('bench', { env: { N8N_LOG_LEVEL: 'warn' } });
	const { pid } = environment.n8n.process;
	if (pid === undefined) throw new Error('n8n has no process.');
	let tenants = 0;
	return {
		...environment,
		/** Of n8n's process. */
		pid,
		/** A tenant of its own, with what a node needs to get there. */
		openTenant: async ({ users = 20, auditLogs = 0, behaviour = {} }: TenantContent = {}) => {
			const args = ['--users', users, '--audit-logs', auditLogs].map(String);
			const { tenant, credential } = await environment.openTenant(`Tenant ${++tenants}`, args);
			await tenant.behave(behaviour);
			return { ...tenant, credentials: { [CREDENTIAL_TYPE]: credential } };
		},
	};
}
