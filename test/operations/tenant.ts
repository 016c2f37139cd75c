import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { PeopleLens } from '../../nodes/PeopleLens/PeopleLens.node';
import { startSandbox } from '../../sandbox';
import type { Behaviour, Sandbox, SandboxOptions } from '../../sandbox';
import { runInEngine, runNode } from '../support/run';
import type { RunOptions } from '../support/run';

/** A tenant with three people and no history, and the node to work on it. */
export async function openTenant(
	behaviour: Partial<Behaviour> = {},
	options: Pick<SandboxOptions, 'candidates' | 'jobs'> = {},
) {
	const sandbox = await startSandbox({ users: 0, auditLogs: 0, behaviour, ...options });
	const add = (id: string, first_name: string, last_name: string, role: string) =>
		sandbox.tenant.addUser({
			id,
			email: `${first_name.toLowerCase()}@acme.com`,
			first_name,
			last_name,
			role,
		});
	add('usr-ada', 'Ada', 'Lovelace', 'Recruiter');
	add('usr-grace', 'Grace', 'Hopper', 'Administrator');
	add('usr-alan', 'Alan', 'Turing', 'HiringManager');

	const credentials = { baseUrl: sandbox.url, apiKey: sandbox.apiKey };
	return {
		sandbox,
		credentials,
		requests: (method: string) => sandbox.requests.filter((request) => request.method === method),
		...nodeOn(sandbox, credentials),
	};
}

function nodeOn(sandbox: Sandbox, credentials: RunOptions['credentials']) {
	const run = async (parameters: INodeParameters, options: Partial<RunOptions> = {}) =>
		await runNode(new PeopleLens(), { credentials, ...options, parameters });
	return {
		/** Runs one operation; gives the output items' data. */
		async json(parameters: INodeParameters, input?: IDataObject[]): Promise<IDataObject[]> {
			return (await run(parameters, { input })).items.map((item) => item.json);
		},
		run,
		/** The same by n8n's execution engine, with all that the node's settings do. */
		runInEngine: async (parameters: INodeParameters, options: Partial<RunOptions> = {}) =>
			await runInEngine(new PeopleLens(), { credentials, ...options, parameters }),
		stop: async () => await sandbox.stop(),
	};
}

export type OpenTenant = Awaited<ReturnType<typeof openTenant>>;

export const byId = (value: string) => ({ __rl: true as const, mode: 'id', value });
export const byEmail = (value: string) => ({ __rl: true as const, mode: 'email', value });
/** As n8n keeps what was chosen 'From List': with what the list showed. */
export const fromList = (value: unknown, cachedResultName: string) => ({
	...{ __rl: true as const, mode: 'list', value: String(value), cachedResultName },
});
