/** Asks an AI Agent with PeopleLens tools, as a person does in n8n's chat. */
import { randomUUID } from 'node:crypto';
import { itemsOf } from '../host/executionData.mjs';

const TRIGGER = 'When chat message received';
const AGENT = 'AI Agent';
const CHAT_MODEL = 'Chat Model';

/**
 * Makes a workflow: chat → agent, with a model and tools.
 * @param {import('../host/rest.mjs').Rest} rest
 * @param {object} options
 * @param {{ id: string, name: string }} options.model the credential of the chat model
 * @param {object[]} options.tools nodes of PeopleLens Tool: name, parameters, credentials, settings
 * @param {{ node: object, tool: string }[]} [options.reviews] nodes that ask a person before a
 *   tool is used
 * @returns {Promise<string>} the workflow's id
 */
export async function createAgent(rest, { model, tools, reviews = [] }) {
	const link = (node, type) => ({ [type]: [[{ node, type, index: 0 }]] });
	const gateOf = (tool) => reviews.find((review) => review.tool === tool.name)?.node.name;
	const nodes = [
		node(TRIGGER, '@n8n/n8n-nodes-langchain.chatTrigger', 1.3, { options: {} }),
		node(AGENT, '@n8n/n8n-nodes-langchain.agent', 3.1, { options: {} }),
		{
			...node(CHAT_MODEL, '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.3, {
				model: { __rl: true, mode: 'id', value: 'scripted-model' },
				responsesApiEnabled: false,
				options: { maxRetries: 0 },
			}),
			credentials: { openAiApi: model },
		},
		...tools,
		...reviews.map((review) => review.node),
	];
	const connections = {
		[TRIGGER]: link(AGENT, 'main'),
		[CHAT_MODEL]: link(AGENT, 'ai_languageModel'),
		...Object.fromEntries(tools.map((tool) => [tool.name, link(gateOf(tool) ?? AGENT, 'ai_tool')])),
		...Object.fromEntries(reviews.map((review) => [review.node.name, link(AGENT, 'ai_tool')])),
	};
	const settings = { executionOrder: 'v1' };
	const { id } = await rest.workflows.create({ name: 'Agent', nodes, connections, settings });
	return id;
}

/**
 * @param {string} id of a workflow with a chat trigger
 * @param {string} chatInput what the person writes
 * @returns {Promise<string>} id of the execution, which is only starting
 */
export async function ask(rest, id, chatInput, trigger = TRIGGER) {
	const json = { sessionId: randomUUID(), action: 'sendMessage', chatInput };
	const { executionId } = await rest.request('POST', `/workflows/${id}/run`, {
		triggerToStartFrom: { name: trigger, data: runOf(json) },
	});
	return executionId;
}

/** What a trigger has put out, as n8n keeps it. */
const runOf = (json) => ({
	startTime: Date.now(),
	executionTime: 0,
	executionStatus: 'success',
	source: [null],
	data: { main: [[{ json }]] },
});

/** What the agent answered in the end. @throws {Error} with n8n's words when it did not answer */
export function answerOf(execution, agent = AGENT) {
	const { error } = execution.data.resultData;
	if (error) throw new Error(`${error.message} ${error.description ?? ''}`);
	return itemsOf(execution, agent).at(-1)?.output;
}

/** A node for a workflow. @param {object} [more] credentials, settings */
export function node(name, type, typeVersion, parameters, more) {
	return { id: randomUUID(), name, type, typeVersion, position: [0, 0], parameters, ...more };
}

/** What the model may decide. @returns an expression as n8n's editor writes it */
export const fromAi = (key, description, type = 'string') =>
	`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${key}', \`${description}\`, '${type}') }}`;
