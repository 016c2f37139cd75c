import type { IExecuteFunctions } from 'n8n-workflow';

/** Whether an AI model uses the node as a tool: n8n makes a twin of the node for that, named so. */
export const isTool = (context: IExecuteFunctions) =>
	context.isToolExecution?.() === true || context.getNode().type.endsWith('Tool');
