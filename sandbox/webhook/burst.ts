import type { Random } from '../tenant/random';
import { EVENT_KINDS } from './payloads';
import type { Delivery, WebhookSender } from './sender';
import { ENCODINGS, FORGERIES } from './signing';

export interface BurstOptions {
	/** How many deliveries, all included. */
	count: number;
	/** How many are under way at the same time. */
	concurrency: number;
	/** Share of deliveries that repeat an earlier one, 0 to 1. */
	repeatedShare: number;
	/** Share that is forged, in turn in every way that the sandbox knows. */
	forgedShare: number;
	/** Share that is signed with the previous secret. */
	previousSecretShare: number;
	/** Share of events that happened `lateMs` ago. */
	lateShare: number;
	lateMs: number;
	/** Sends them in another order than they happened. */
	reordered: boolean;
	/** Kinds of events, in turn. */
	kinds: string[];
	/** Forms of signatures, in turn. */
	encodings: string[];
}

export const DEFAULT_BURST: BurstOptions = {
	count: 100,
	concurrency: 10,
	repeatedShare: 0,
	forgedShare: 0,
	previousSecretShare: 0,
	lateShare: 0,
	lateMs: 3_600_000,
	reordered: false,
	kinds: EVENT_KINDS,
	encodings: Object.keys(ENCODINGS),
};

interface Planned {
	body: string;
	signing: string;
	encoding: string;
	repeated: boolean;
}

export interface BurstReport {
	sent: number;
	/** Different events among the genuine deliveries. */
	events: number;
	repeated: number;
	forged: number;
	/** How many answers had each status; `none` for no answer. */
	statuses: Record<string, number>;
	/** Answers that surprise: a forgery that got a 2xx, or a genuine delivery that did not. */
	unexpected: number;
	/** ms */
	latency: { p50: number; p95: number; p99: number; max: number };
	durationMs: number;
	/** Every delivery, in the order in which they were sent. */
	deliveries: Array<Delivery & { repeated: boolean }>;
}

/** Sends many deliveries, and reports what the receiver made of them. */
export async function sendBurst(
	sender: WebhookSender,
	options: BurstOptions,
): Promise<BurstReport> {
	const queue = plan(sender, options);
	const deliveries: BurstReport['deliveries'] = [];
	const started = Date.now();
	const work = async () => {
		for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
			const { body, repeated, ...how } = next;
			deliveries.push({ ...(await sender.send(body, how)), repeated });
		}
	};
	await Promise.all(Array.from({ length: options.concurrency }, work));
	return summarize(deliveries, Date.now() - started);
}

function plan(sender: WebhookSender, options: BurstOptions): Planned[] {
	const { random } = sender;
	const { count, kinds, encodings, repeatedShare, forgedShare, previousSecretShare } = options;
	const repeats = Math.round(count * repeatedShare);
	const forgeries = Math.round(count * forgedShare);
	const genuine = Array.from({ length: Math.max(0, count - repeats - forgeries) }, (_, index) => {
		const ageMs = random.chance(options.lateShare) ? options.lateMs : 0;
		return {
			body: sender.write(kinds[index % kinds.length], undefined, ageMs),
			signing: random.chance(previousSecretShare) ? 'previousSecret' : 'right',
			encoding: encodings[index % encodings.length],
			repeated: false,
		};
	});
	const planned: Planned[] = options.reordered ? shuffle(genuine, random) : [...genuine];
	for (let index = 0; index < forgeries; index++) {
		planned.splice(random.int(planned.length + 1), 0, {
			body: sender.write(kinds[index % kinds.length]),
			signing: FORGERIES[index % FORGERIES.length],
			encoding: encodings[index % encodings.length],
			repeated: false,
		});
	}
	for (let index = 0; index < repeats && genuine.length > 0; index++) {
		const original = random.pick(genuine);
		const after = planned.indexOf(original) + 1;
		const place = after + random.int(planned.length - after + 1);
		planned.splice(place, 0, { ...original, repeated: true });
	}
	return planned;
}

function shuffle<T>(list: T[], random: Random): T[] {
	const keyed = list.map((item) => ({ item, key: random.next() }));
	return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

function summarize(deliveries: BurstReport['deliveries'], durationMs: number): BurstReport {
	const isForged = ({ signing }: Delivery) => FORGERIES.includes(signing);
	const isAccepted = ({ status }: Delivery) => status !== null && status >= 200 && status < 300;
	const statuses: Record<string, number> = {};
	for (const { status } of deliveries) {
		statuses[status ?? 'none'] = (statuses[status ?? 'none'] ?? 0) + 1;
	}
	const times = deliveries.map(({ ms }) => ms).sort((a, b) => a - b);
	const quantile = (share: number) =>
		times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
	const genuine = deliveries.filter((delivery) => !isForged(delivery));
	return {
		sent: deliveries.length,
		events: new Set(genuine.map(({ body }) => body)).size,
		repeated: deliveries.filter(({ repeated }) => repeated).length,
		forged: deliveries.length - genuine.length,
		statuses,
		unexpected: deliveries.filter((delivery) => isForged(delivery) === isAccepted(delivery)).length,
		latency: { p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99), max: quantile(1) },
		durationMs,
		deliveries,
	};
}
