import { createHost } from './host';
import type { HostOptions } from './host';

import { PollContext } from 'n8n-core';
import type { IDataObject, INodeType, WorkflowActivateMode } from 'n8n-workflow';

export interface PollOptions extends HostOptions {
	/** `manual` is the editor's "Fetch test event". Default: `trigger`. */
	mode?: 'trigger' | 'manual';
	/** Why n8n activated the workflow. Default: `activate`. */
	activation?: WorkflowActivateMode;
	/** How long a poll may take, in ms; null for a host that does not say. Default: 300,000. */
	budgetMs?: number | null;
	/**
	 * Gives each poll a snapshot of the node's static data, as the durable scheduler does. Default:
	 * all polls share the workflow's object, as on the legacy scheduler.
	 */
	nodeStaticData?: () => IDataObject;
}

/** The context that n8n 2.41.1 hands to `poll`, and the workflow whose static data it uses. */
export function pollContext(nodeType: INodeType, options: PollOptions = {}) {
	const { mode = 'trigger', activation = 'activate', budgetMs = 300_000, nodeStaticData } = options;
	const { workflow, node, additionalData } = createHost(nodeType, options);
	const context = new PollContext(
		workflow,
		node,
		additionalData,
		mode,
		activation,
		undefined,
		undefined,
		undefined,
		undefined,
		nodeStaticData,
		budgetMs === null ? undefined : () => budgetMs,
	);
	if (budgetMs === null) Object.defineProperty(context, 'getPollBudgetMs', { value: undefined });
	return { context, workflow, node };
}
