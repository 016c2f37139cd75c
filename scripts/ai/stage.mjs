/** Where the agent plays: n8n, the sandbox, a scripted model, and Slack for asking a person. */
import { join } from 'node:path';
import { openNetwork } from '../examples/network.mjs';
import { SLACK_TOKEN, createSlack } from '../examples/standIns/slack.mjs';
import { openHost } from '../host/throwaway.mjs';
import { scratchFolder } from '../lib/folders.mjs';
import { answerOf, ask, createAgent } from './agent.mjs';
import { MODEL_KEY, startChatModel } from './chatModel.mjs';

/** @typedef {Awaited<ReturnType<typeof openStage>>} Stage */

export async function openStage() {
	const model = await startChatModel();
	const slack = createSlack();
	const network = await openNetwork(join(scratchFolder, 'ai-network'), {
		'slack.com': slack.answer,
	});
	const host = await openHost('ai', { env: network.env });
	const { rest } = host;
	const credential = async (name, type, data) => {
		const { id } = await rest.credentials.create({ name, type, data });
		return { id, name };
	};
	const modelCredential = await credential('Model', 'openAiApi', {
		apiKey: MODEL_KEY,
		url: model.url,
	});
	const agent = async (tools, reviews) =>
		await createAgent(rest, { model: modelCredential, tools, reviews });

	/**
	 * One question to an agent whose model plays these turns.
	 * @returns {Promise<{ answer: string, requests: object[], results: object[], execution: object }>}
	 *   requests: what the model was sent; results: what its tools answered, as the model read them
	 */
	async function play(workflowId, question, ...turns) {
		model.script(...turns);
		const execution = await rest.executions.wait(await ask(rest, workflowId, question));
		return { ...outcomeOf(execution, model), execution };
	}

	return {
		...host,
		model,
		slack,
		credentialFor: credential,
		slackCredential: await credential('Slack', 'slackApi', { accessToken: SLACK_TOKEN }),
		agent,
		play,
		stop: async () => {
			await host.stop();
			network.stop();
			model.stop();
		},
	};
}

/** @param {object} execution an ended one */
export function outcomeOf(execution, model) {
	const answer = answerOf(execution);
	const requests = [...model.requests];
	const results = requests
		.at(-1)
		.messages.filter(({ role }) => role === 'tool')
		.map(({ content }) => JSON.parse(content));
	return { answer, requests, results };
}
