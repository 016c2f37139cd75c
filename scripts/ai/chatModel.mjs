/**
 * A chat model with a script: a server on loopback that speaks OpenAI's chat completions protocol.
 * It answers as told, and keeps what it was sent: the words that a real model would have to go by.
 */
import { randomUUID } from 'node:crypto';
import Ajv from 'ajv';
import { serve } from '../lib/server.mjs';

export const MODEL_KEY = 'dummy-model-key-example';
const MODEL = 'scripted-model';

/**
 * @typedef {{ say: string } | { call: { tool: string, args: object }[], rogue?: boolean }} Turn
 *   rogue: calls what it was not offered, as a model led astray might
 * @typedef {object} ModelRequest as OpenAI documents it
 * @property {{ role: string, content: string, tool_calls?: object[] }[]} messages
 * @property {{ function: { name: string, description: string, parameters: object } }[]} [tools]
 */

/**
 * @returns {Promise<{
 *   url: string,
 *   script: (...turns: (Turn | ((request: ModelRequest) => Turn))[]) => void,
 *   requests: ModelRequest[],
 *   everything: string[],
 *   stop: () => void,
 * }>} url: what goes into the credential's Base URL; script: sets the coming turns; requests: what
 *   was sent since then; everything: what was ever sent
 */
export async function startChatModel() {
	const everything = [];
	const requests = [];
	let turns = [];
	const server = await serve(({ method, url, headers, body }) => {
		if (headers.authorization !== `Bearer ${MODEL_KEY}`) {
			return refusal(401, 'Incorrect API key provided');
		}
		if (url.pathname === '/v1/models') return { body: { object: 'list', data: [{ id: MODEL }] } };
		if (method !== 'POST' || url.pathname !== '/v1/chat/completions') {
			return refusal(404, `Unknown request URL: ${method} ${url.pathname}`);
		}
		const request = JSON.parse(body);
		requests.push(request);
		everything.push(body);
		const next = turns.shift();
		if (!next) return refusal(400, 'The script has no more turns');
		const turn = typeof next === 'function' ? next(request) : next;
		if (!turn.rogue) for (const { tool, args } of turn.call ?? []) checkCall(request, tool, args);
		return { body: completion(turn) };
	});
	return {
		url: `${server.url}/v1`,
		requests,
		everything,
		script: (...coming) => {
			turns = coming;
			requests.length = 0;
		},
		stop: server.stop,
	};
}

/** A model can only call what it was offered, with arguments that the schema allows. */
function checkCall({ tools = [] }, name, args) {
	const offered = tools.find((tool) => tool.function.name === name);
	if (!offered) {
		const names = tools.map((tool) => tool.function.name).join(', ');
		throw new Error(`No tool "${name}" was offered, but: ${names || 'none'}`);
	}
	const ajv = new Ajv({ strict: false });
	if (ajv.validate(offered.function.parameters, args)) return;
	throw new Error(`The schema of ${name} does not allow it: ${ajv.errorsText()}`);
}

function completion({ say = null, call = [] }) {
	const toolCalls = call.map(({ tool, args }) => ({
		id: `call_${randomUUID()}`,
		type: 'function',
		function: { name: tool, arguments: JSON.stringify(args) },
	}));
	return {
		id: `chatcmpl-${randomUUID()}`,
		object: 'chat.completion',
		created: Math.floor(Date.now() / 1000),
		model: MODEL,
		choices: [
			{
				index: 0,
				message: {
					role: 'assistant',
					content: say,
					...(toolCalls.length > 0 && { tool_calls: toolCalls }),
				},
				finish_reason: toolCalls.length > 0 ? 'tool_calls' : 'stop',
			},
		],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}

/** An error in OpenAI's form. */
const refusal = (status, message) => ({ status, body: { error: { message, type: 'invalid' } } });
