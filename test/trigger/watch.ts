import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { PeopleLensTrigger } from '../../nodes/PeopleLens/PeopleLensTrigger.node';
import { startSandbox } from '../../sandbox';
import type { SandboxOptions } from '../../sandbox';
import { pollContext } from '../support/n8n';
import type { PollOptions } from '../support/n8n';

/** A tenant without history, and n8n's way of watching it. */
export async function openTenant(options: SandboxOptions = {}) {
	const sandbox = await startSandbox({ users: 0, auditLogs: 0, ...options });
	const credentials = { baseUrl: sandbox.url, apiKey: sandbox.apiKey };
	const trigger = new PeopleLensTrigger();

	return {
		sandbox,
		stop: async () => await sandbox.stop(),

		/** As the legacy scheduler does it: one context and one object of static data for all checks. */
		activate(parameters: INodeParameters = {}, options: Partial<PollOptions> = {}) {
			const { context, workflow, node } = pollContext(trigger, {
				credentials,
				...options,
				parameters,
			});
			return {
				context,
				workflow,
				node,
				/** What n8n would write to its database now. */
				staticData: () => JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject,
				/** One check: the IDs that start an execution, or null for none. */
				async check(): Promise<unknown[] | null> {
					const output = await trigger.poll.call(context);
					return output?.[0].map(({ json }) => json.id) ?? null;
				},
				items: async () => (await trigger.poll.call(context))?.[0].map(({ json }) => json) ?? null,
			};
		},
	};
}

export type OpenTenant = Awaited<ReturnType<typeof openTenant>>;
