import { Refusal } from '../http/answer';
import type { Body } from '../http/body';
import { DEFAULT_BURST, sendBurst, type BurstOptions } from '../webhook/burst';
import { EVENT_KINDS, type JsonObject } from '../webhook/payloads';
import { ENCODINGS, SIGNINGS } from '../webhook/signing';
import type { Controls } from './controls';

export const webhookControls: Controls = {
	'GET /sandbox/webhooks': {
		about: 'Settings, what can be sent, and the last 50 deliveries',
		answer: ({ webhooks: { settings, deliveries } }) => ({
			settings,
			kinds: EVENT_KINDS,
			encodings: Object.keys(ENCODINGS),
			signings: Object.keys(SIGNINGS),
			deliveries,
		}),
	},
	'PATCH /sandbox/webhooks': {
		about:
			'Sets {"url": "http://localhost:5678/webhook/…", "secret": "…", "previousSecret": "…", ' +
			`"encoding": "hex"}; encodings: ${Object.keys(ENCODINGS).join(', ')}`,
		answer({ webhooks }, body) {
			const names = ['url', 'secret', 'previousSecret', 'encoding'];
			const unknown = body.names().find((name) => !names.includes(name));
			if (unknown !== undefined) throw new Refusal(400, `No such setting: "${unknown}"`);
			const entries = names.map((name) => [name, body.text(name)] as const);
			webhooks.configure(Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
			return webhooks.settings;
		},
	},
	'POST /sandbox/webhooks': {
		about:
			'Sends an event: {"kind": "candidate.created", "data": {"candidate_id": "…"}, "times": 1, ' +
			'"ageMs": 0, "signing": "right", "encoding": "hex"}; what is missing is made up; ' +
			`signings: ${Object.keys(SIGNINGS).join(', ')}`,
		async answer({ webhooks }, body) {
			const data = body.get('data') ?? {};
			if (!isJsonObject(data)) throw new Refusal(400, '"data" must be a JSON object');
			const kind = body.text('kind') ?? '';
			const text = webhooks.write(kind, data, body.number('ageMs'));
			const how = { signing: body.text('signing'), encoding: body.text('encoding') };
			const times = whole(body, 'times', 1, 1_000);
			const deliveries = [];
			for (let time = 0; time < times; time++) {
				deliveries.push(await webhooks.send(text, how));
			}
			return { data: deliveries };
		},
	},
	'POST /sandbox/webhooks/burst': {
		about:
			`Sends many, and reports statuses and times: ${JSON.stringify(DEFAULT_BURST)}; ` +
			'"list": true adds every delivery to the report',
		async answer({ webhooks }, body) {
			const { deliveries, ...report } = await sendBurst(webhooks, readBurst(body));
			return body.get('list') === true ? { ...report, deliveries } : report;
		},
	},
};

function readBurst(body: Body): BurstOptions {
	return {
		count: whole(body, 'count', DEFAULT_BURST.count, 1_000_000),
		concurrency: Math.max(1, whole(body, 'concurrency', DEFAULT_BURST.concurrency, 1_000)),
		repeatedShare: share(body, 'repeatedShare'),
		forgedShare: share(body, 'forgedShare'),
		previousSecretShare: share(body, 'previousSecretShare'),
		lateShare: share(body, 'lateShare'),
		lateMs: body.number('lateMs') ?? DEFAULT_BURST.lateMs,
		reordered: body.get('reordered') === true,
		kinds: some(body, 'kinds', EVENT_KINDS),
		encodings: some(body, 'encodings', Object.keys(ENCODINGS)),
	};
}

function whole(body: Body, name: string, otherwise: number, most: number): number {
	const value = body.number(name) ?? otherwise;
	if (Number.isInteger(value) && value >= 0 && value <= most) return value;
	throw new Refusal(400, `"${name}" must be a whole number of at most ${most}`);
}

function share(body: Body, name: string): number {
	const value = body.number(name) ?? 0;
	if (value >= 0 && value <= 1) return value;
	throw new Refusal(400, `"${name}" must be between 0 and 1`);
}

function some(body: Body, name: string, allowed: string[]): string[] {
	const chosen = body.get(name) ?? allowed;
	if (Array.isArray(chosen) && chosen.length > 0 && chosen.every((one) => allowed.includes(one))) {
		return chosen.map(String);
	}
	throw new Refusal(400, `"${name}" must be a list of ${allowed.join(', ')}`);
}

function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
