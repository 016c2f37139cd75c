import type { INodeCredentials, NodeConnectionType } from 'n8n-workflow';
import { AGENT, chatTrigger, CHAT_TRIGGER } from '../harness/n8n/agent';
import { NODE_TYPES } from '../harness/nodeTypes';
import { createWorkflow, type Link, type NewNode, type WorkflowContent } from '../harness/workflow';

const CHAT_MODEL = 'Chat Model';

/** A node that asks a person before a tool is used. */
export interface Review {
	/** The tool's name. */
	tool: string;
	node: NewNode;
}

/** Chat → agent, with a model and tools. */
export function createAgentWorkflow(
	model: INodeCredentials,
	tools: NewNode[],
	reviews: Review[],
): WorkflowContent {
	const link = (from: string, to: string, type: NodeConnectionType): Link => ({ from, to, type });
	const gateOf = (tool: string) => reviews.find((review) => review.tool === tool)?.node.name;
	return createWorkflow({
		name: 'Agent',
		nodes: [
			chatTrigger(),
			{ name: AGENT, type: NODE_TYPES.agent, typeVersion: 3.1, parameters: { options: {} } },
			{
				name: CHAT_MODEL,
				type: NODE_TYPES.openAiChatModel,
				typeVersion: 1.3,
				parameters: {
					model: { __rl: true, mode: 'id', value: 'scripted-model' },
					responsesApiEnabled: false,
					options: { maxRetries: 0 },
				},
				credentials: model,
			},
			...tools,
			...reviews.map(({ node }) => node),
		],
		links: [
			link(CHAT_TRIGGER, AGENT, 'main'),
			link(CHAT_MODEL, AGENT, 'ai_languageModel'),
			...tools.map(({ name }) => link(name, gateOf(name) ?? AGENT, 'ai_tool')),
			...reviews.map(({ node }) => link(node.name, AGENT, 'ai_tool')),
		],
	});
}
