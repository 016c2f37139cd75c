/** Asks an AI Agent, as a person does in n8n's chat. */
import type { INode } from 'n8n-workflow';
import { randomUUID } from '../node';
import { NODE_TYPES } from '../nodeTypes';
import type { ChatModel } from '../stubs/chatModel';
import { outputOf, type Execution } from './execution';
import type { Rest } from './rest';

export const CHAT_TRIGGER = 'When chat message received';
export const AGENT = 'AI Agent';

/**
 * @param id of a workflow with a chat trigger
 * @param chatInput what the person writes
 * @returns ID of the execution, which is only starting
 */
export async function ask(rest: Rest, id: string, chatInput: string): Promise<string> {
	const json = { sessionId: randomUUID(), action: 'sendMessage', chatInput };
	return await rest.workflows.run(id, CHAT_TRIGGER, {
		startTime: Date.now(),
		executionTime: 0,
		executionStatus: 'success',
		source: [null],
		data: { main: [[{ json }]] },
	});
}

/** What the agent answered in the end. @throws {Error} with n8n's words when it did not answer */
export function answerOf(execution: Execution, agent = AGENT): unknown {
	const { error } = execution.data.resultData;
	if (error) throw new Error(`${error.message} ${error.description ?? ''}`);
	return outputOf(execution, agent).at(-1)?.output;
}

/** What the tools have answered, as the model read it in its last request: one entry for each call. */
export const toolResultsIn = <Result>({ requests }: ChatModel): Result[] =>
	(requests.at(-1)?.messages ?? [])
		.filter(({ role }) => role === 'tool')
		.map(({ content }) => JSON.parse(content));

/** What the model may decide. @returns an expression as n8n's editor writes it */
export const fromAi = (key: string, description: string): string =>
	`={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${key}', \`${description}\`, 'string') }}`;

export const chatTrigger = (): Partial<INode> & Pick<INode, 'name' | 'type'> => ({
	name: CHAT_TRIGGER,
	type: NODE_TYPES.chatTrigger,
	typeVersion: 1.3,
	parameters: { options: {} },
});
