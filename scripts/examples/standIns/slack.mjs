/** Slack, as far as n8n's Slack node needs it: takes messages into channels. */

export const SLACK_TOKEN = 'dummy-slack-token-example';

/**
 * @returns {{ answer: (question: object) => object, messages: { channel: string, text: string,
 *   buttons: Record<string, string> }[] }} buttons: label → link, of messages with buttons
 */
export function createSlack() {
	const messages = [];
	function answer({ method, url, headers, body }) {
		if (headers.authorization !== `Bearer ${SLACK_TOKEN}`) return refusal('invalid_auth');
		if (method !== 'POST' || url.pathname !== '/api/chat.postMessage') {
			return refusal('unknown_method');
		}
		const { channel, text, blocks = [] } = JSON.parse(body);
		if (!channel) return refusal('channel_not_found');
		if (!text && blocks.length === 0) return refusal('no_text');
		const message = { channel, text: text ?? textOf(blocks), buttons: buttonsOf(blocks) };
		messages.push(message);
		const ts = `${Math.floor(Date.now() / 1000)}.${String(messages.length).padStart(6, '0')}`;
		return { body: { ok: true, channel, ts, message: { type: 'message', text, ts } } };
	}
	return { answer, messages };
}

/** Slack answers 200 and says in the body what it did not like. */
const refusal = (error) => ({ body: { ok: false, error } });

const textOf = (blocks) =>
	blocks
		.map((block) => block.text?.text?.trim())
		.filter(Boolean)
		.join('\n');

const buttonsOf = (blocks) =>
	Object.fromEntries(
		blocks
			.flatMap((block) => block.elements ?? [])
			.filter((element) => element.type === 'button')
			.map((element) => [element.text.text, element.url]),
	);
