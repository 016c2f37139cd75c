/** Splunk's HTTP Event Collector: JSON objects one after the other. It stores what it gets. */
import type { AuditLog } from '../../../../nodes/PeopleLens/api/types';
import type { Stub, StubResponse } from '../../harness/stubs/server';

export const SPLUNK_TOKEN = 'Splunk dummy-splunk-token-example';

export interface SplunkEvent {
	/** Seconds since the epoch. */
	time: number;
	sourcetype: string;
	event: AuditLog;
}

export interface Splunk {
	stub: Stub;
	events: SplunkEvent[];
	/** How many of the next requests are turned away. */
	busy: number;
}

export function createSplunk(): Splunk {
	const splunk: Splunk = {
		events: [],
		busy: 0,
		stub: ({ method, url, headers, body }) => {
			if (headers.authorization !== SPLUNK_TOKEN) return reply(403, 4, 'Invalid token');
			if (method !== 'POST' || url.pathname !== '/services/collector/event') {
				return reply(404, 404, 'Not Found');
			}
			if (splunk.busy > 0) {
				splunk.busy -= 1;
				return reply(503, 9, 'Server is busy');
			}
			const events: SplunkEvent[] = body.split('\n').map((line) => JSON.parse(line));
			if (events.some(({ event }) => event === undefined)) {
				return reply(400, 12, 'Event field is required');
			}
			splunk.events.push(...events);
			return reply(200, 0, 'Success');
		},
	};
	return splunk;
}

const reply = (status: number, code: number, text: string): StubResponse => ({
	status,
	body: { text, code },
});
