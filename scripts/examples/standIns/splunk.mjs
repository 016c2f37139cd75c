/** Splunk's HTTP Event Collector: JSON objects one after the other. It stores what it gets. */

export const SPLUNK_TOKEN = 'Splunk dummy-splunk-token-example';

/**
 * @returns {{ answer: (question: object) => object, events: object[], busy: number }} busy: how
 *   many of the next requests are turned away
 */
export function createSplunk() {
	const splunk = { events: [], busy: 0, answer };

	function answer({ method, url, headers, body }) {
		if (headers.authorization !== SPLUNK_TOKEN) return reply(403, 4, 'Invalid token');
		if (method !== 'POST' || url.pathname !== '/services/collector/event') {
			return reply(404, 404, 'Not Found');
		}
		if (splunk.busy > 0) {
			splunk.busy -= 1;
			return reply(503, 9, 'Server is busy');
		}
		const events = body.split('\n').map((line) => JSON.parse(line));
		if (events.some(({ event }) => event === undefined)) {
			return reply(400, 12, 'Event field is required');
		}
		splunk.events.push(...events);
		return reply(200, 0, 'Success');
	}
	return splunk;
}

const reply = (status, code, text) => ({ status, body: { text, code } });
