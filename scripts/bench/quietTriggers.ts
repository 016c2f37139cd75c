/** An n8n with triggers that find nothing new: this package's, and those to compare it with. */
import type { INodeParameters } from 'n8n-workflow';
import { openTestEnvironment } from '../../test/e2e/harness/environment';
import { scratchFolder } from '../../test/e2e/harness/folders';
import { copyFileSync, join, mkdirSync, repositoryRoot } from '../../test/e2e/harness/node';
import { CREDENTIAL_TYPE, NODE_TYPES } from '../../test/e2e/harness/nodeTypes';
import { serve } from '../../test/e2e/harness/stubs/server';
import { createWorkflow, type NewNode } from '../../test/e2e/harness/workflow';

export type PollTimes = Array<{ mode: 'custom'; cronExpression: string }>;

export interface QuietTrigger {
	/** @returns the workflow's ID */
	createWorkflow: (pollTimes: PollTimes) => Promise<string>;
	/** When its service was asked so far, each time in ms since the epoch. */
	requestTimes: () => Promise<number[]>;
}

/** @param name of the folder */
export async function openQuietEnvironment(name: string, env: Record<string, string> = {}) {
	const environment = await openTestEnvironment(name, {
		env: { N8N_LOG_LEVEL: 'warn', N8N_CUSTOM_EXTENSIONS: layOutLeastTrigger(), ...env },
	});
	const { rest, n8n } = environment;
	const { pid } = n8n.process;
	if (pid === undefined) throw new Error('n8n has no process.');

	const fetchedAt: number[] = [];
	const feed = await serve(() => {
		fetchedAt.push(Date.now());
		return { body: FEED, headers: { 'content-type': 'application/rss+xml' } };
	});
	const createFrom =
		(trigger: Omit<NewNode, 'name'>, parameters: INodeParameters = {}) =>
		async (item: PollTimes) => {
			const nodes = [
				{ ...trigger, name: 'Trigger', parameters: { pollTimes: { item }, ...parameters } },
				{ name: 'End', type: NODE_TYPES.noOp },
			];
			return (await rest.workflows.create(createWorkflow({ name: 'Quiet', nodes }))).id;
		};
	const withTenant = async (type: string): Promise<QuietTrigger> => {
		const { tenant, credential } = await environment.openTenant(type, ['--audit-logs', '1000']);
		return {
			createWorkflow: createFrom({ type, credentials: { [CREDENTIAL_TYPE]: credential } }),
			requestTimes: async () => (await tenant.requests()).data.map(({ at }) => at),
		};
	};
	return {
		...environment,
		/** Of n8n's process. */
		pid,
		peopleLens: await withTenant(NODE_TYPES.peopleLensTrigger),
		least: await withTenant('CUSTOM.leastTrigger'),
		rss: {
			createWorkflow: createFrom({ type: NODE_TYPES.rssFeedTrigger }, { feedUrl: feed.url }),
			requestTimes: async () => [...fetchedAt],
		},
		stop: async () => {
			feed.stop();
			await environment.stop();
		},
	};
}

export type QuietEnvironment = Awaited<ReturnType<typeof openQuietEnvironment>>;

/** @returns the folder from which n8n takes it */
function layOutLeastTrigger(): string {
	const folder = join(scratchFolder, 'bench-nodes');
	mkdirSync(folder, { recursive: true });
	copyFileSync(
		join(repositoryRoot, 'scripts', 'bench', 'leastTrigger.cjs'),
		join(folder, 'LeastTrigger.node.js'),
	);
	return folder;
}

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>http://127.0.0.1</link><description>News</description>${Array.from(
	{ length: 20 },
	(_, n) =>
		`<item><title>News ${n}</title><link>http://127.0.0.1/${n}</link><guid>${n}</guid><pubDate>${new Date(Date.UTC(2026, 0, 1 + n)).toUTCString()}</pubDate></item>`,
).join('')}</channel></rss>`;
