/** Slack, as far as n8n's Slack node needs it: takes messages into channels. */
import type { Stub, StubResponse } from './server';

export const SLACK_TOKEN = 'dummy-slack-token-example';

export interface SlackMessage {
	channel: string;
	text: string;
	/** Label → link, of messages with buttons. */
	buttons: Record<string, string>;
}

/** In characters, of one block. */
const LONGEST_SECTION = 3_000;

interface Block {
	text?: { text?: string };
	elements?: Array<{ type: string; text: { text: string }; url: string }>;
}

interface Post {
	channel?: string;
	text?: string;
	blocks?: Block[];
}

export interface Slack {
	stub: Stub;
	messages: SlackMessage[];
	/** How many of the next messages are turned away as too many, by channel. */
	busy: Map<string, number>;
}

export function createSlack(): Slack {
	const messages: SlackMessage[] = [];
	const busy = new Map<string, number>();
	const stub: Stub = ({ method, url, headers, body }) => {
		if (headers.authorization !== `Bearer ${SLACK_TOKEN}`) return refusal('invalid_auth');
		if (method !== 'POST' || url.pathname !== '/api/chat.postMessage') {
			return refusal('unknown_method');
		}
		const { channel, text, blocks = [] }: Post = JSON.parse(body);
		if (!channel) return refusal('channel_not_found');
		if (!text && blocks.length === 0) return refusal('no_text');
		if (blocks.some((block) => (block.text?.text ?? '').length > LONGEST_SECTION)) {
			return refusal('invalid_blocks');
		}
		const left = busy.get(channel) ?? 0;
		if (left > 0) {
			busy.set(channel, left - 1);
			return TOO_MANY;
		}
		messages.push({ channel, text: text ?? textOf(blocks), buttons: buttonsOf(blocks) });
		const ts = `${Math.floor(Date.now() / 1000)}.${String(messages.length).padStart(6, '0')}`;
		return { body: { ok: true, channel, ts, message: { type: 'message', text, ts } } };
	};
	return { stub, messages, busy };
}

/** Slack answers 200 and says in the body what it did not like. */
const refusal = (error: string): StubResponse => ({ body: { ok: false, error } });

/** About one message a second and channel is what Slack takes. */
const TOO_MANY: StubResponse = {
	status: 429,
	headers: { 'retry-after': '1' },
	body: { ok: false, error: 'ratelimited' },
};

const textOf = (blocks: Block[]) =>
	blocks
		.map((block) => block.text?.text?.trim())
		.filter(Boolean)
		.join('\n');

const buttonsOf = (blocks: Block[]) =>
	Object.fromEntries(
		blocks
			.flatMap((block) => block.elements ?? [])
			.filter((element) => element.type === 'button')
			.map((element) => [element.text.text, element.url]),
	);
