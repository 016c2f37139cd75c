/**
 * A chat model with a script: a server on loopback that speaks OpenAI's chat completions protocol.
 * It answers as told, and keeps what it was sent: the words that a real model would have to go by.
 */
import Ajv from 'ajv';
import { randomUUID } from '../node';
import { serve, type StubResponse } from './server';

export const MODEL_KEY = 'dummy-model-key-example';
const MODEL = 'scripted-model';

export interface ToolCall {
	tool: string;
	args: object;
}

/** What the model does next. */
export interface Turn {
	say?: string;
	call?: ToolCall[];
	/** Calls what it was not offered, as a model led astray might. */
	rogue?: boolean;
}

export interface OfferedTool {
	name: string;
	description: string;
	parameters: { properties: Record<string, object>; additionalProperties?: boolean };
}

/** As OpenAI documents it. */
export interface ModelRequest {
	messages: Array<{ role: string; content: string }>;
	tools?: Array<{ function: OfferedTool }>;
}

export interface ChatModel {
	/** What goes into the credential's Base URL. */
	url: string;
	/** Sets the coming turns. */
	script: (...turns: Turn[]) => void;
	/** What was sent since then. */
	requests: ModelRequest[];
	/** What was ever sent. */
	everything: string[];
	stop: () => void;
}

export async function startChatModel(): Promise<ChatModel> {
	const everything: string[] = [];
	const requests: ModelRequest[] = [];
	let turns: Turn[] = [];
	const server = await serve(({ method, url, headers, body }) => {
		if (headers.authorization !== `Bearer ${MODEL_KEY}`) {
			return refusal(401, 'Incorrect API key provided');
		}
		if (url.pathname === '/v1/models') return { body: { object: 'list', data: [{ id: MODEL }] } };
		if (method !== 'POST' || url.pathname !== '/v1/chat/completions') {
			return refusal(404, `Unknown request URL: ${method} ${url.pathname}`);
		}
		const request: ModelRequest = JSON.parse(body);
		requests.push(request);
		everything.push(body);
		const turn = turns.shift();
		if (!turn) return refusal(400, 'The script has no more turns');
		if (!turn.rogue) for (const call of turn.call ?? []) checkCall(request, call);
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
function checkCall({ tools = [] }: ModelRequest, { tool: name, args }: ToolCall): void {
	const offered = tools.find((tool) => tool.function.name === name);
	if (!offered) {
		const names = tools.map((tool) => tool.function.name).join(', ');
		throw new Error(`No tool "${name}" was offered, but: ${names || 'none'}`);
	}
	const ajv = new Ajv({ strict: false });
	if (ajv.validate(offered.function.parameters, args)) return;
	throw new Error(`The schema of ${name} does not allow it: ${ajv.errorsText()}`);
}

function completion({ say, call = [] }: Turn) {
	const toolCalls = call.map(({ tool, args }) => ({
		id: `call_${randomUUID()}`,
		type: 'function',
		function: { name: tool, arguments: JSON.stringify(args) },
	}));
	const message = {
		role: 'assistant',
		content: say ?? null,
		...(toolCalls.length > 0 && { tool_calls: toolCalls }),
	};
	const reason = toolCalls.length > 0 ? 'tool_calls' : 'stop';
	return {
		id: `chatcmpl-${randomUUID()}`,
		object: 'chat.completion',
		created: Math.floor(Date.now() / 1000),
		model: MODEL,
		choices: [{ index: 0, message, finish_reason: reason }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}

/** An error in OpenAI's form. */
const refusal = (status: number, message: string): StubResponse => ({
	status,
	body: { error: { message, type: 'invalid' } },
});
