import type { Clock } from '../tenant/clock';
import { createRandom, type Random } from '../tenant/random';
import { createBody, EVENT_KINDS, type JsonObject } from './payloads';
import { ENCODINGS, SIGNINGS, type SigningKeys } from './signing';

/** What the tenant's administrator has entered under Settings > Webhooks. */
export interface WebhookSettings extends SigningKeys {
	/** Empty: nothing is sent. */
	url: string;
	/** One of `ENCODINGS`. */
	encoding: string;
}

export interface SendOptions {
	/** One of `SIGNINGS`. Default: `right`. */
	signing?: string;
	/** Default: as in the settings. */
	encoding?: string;
}

/** A delivery, and what became of it. */
export interface Delivery {
	event: string;
	body: string;
	signing: string;
	encoding: string;
	/** When it was sent, in ms since the epoch. */
	at: number;
	/** From sending to the end of the answer, in ms. */
	ms: number;
	/** The answer's status; null when there was none. */
	status: number | null;
	/** The beginning of the answer, or why there was none. */
	answer: string;
}

/** PeopleLens expects a 2xx within 5 seconds. */
const TIMEOUT_MS = 5_000;

const REMEMBERED = 50;

/** The part of PeopleLens that sends webhooks. Nothing is sent a second time unless it is told to. */
export class WebhookSender {
	readonly settings: WebhookSettings = {
		url: '',
		secret: 'dummy-webhook-example',
		previousSecret: '',
		encoding: 'hex',
	};

	readonly random: Random;

	/** The last ones, oldest first. */
	readonly deliveries: Delivery[] = [];

	constructor(
		private readonly clock: Clock,
		seed: number,
	) {
		this.random = createRandom(seed);
	}

	/** @throws {RangeError} naming the setting that can't be */
	configure(changes: Partial<WebhookSettings>): void {
		const { url, encoding } = changes;
		if (url !== undefined && url !== '' && !isOnThisComputer(url)) {
			throw new RangeError(
				'"url" must be an address on this computer, such as http://localhost:5678/…',
			);
		}
		if (encoding !== undefined) requireOneOf('encoding', encoding, Object.keys(ENCODINGS));
		Object.assign(this.settings, changes);
	}

	/**
	 * The text of an event.
	 * @param ageMs how long ago it happened
	 * @throws {RangeError} for a kind that PeopleLens doesn't have
	 */
	write(kind: string, data?: JsonObject, ageMs = 0): string {
		requireOneOf('kind', kind, EVENT_KINDS);
		return JSON.stringify(createBody(kind, this.random, this.clock.now() - ageMs, data));
	}

	/**
	 * Sends one delivery. An answer that fails or doesn't come is a result, too.
	 * @throws {RangeError} for an unknown signing or encoding, or while no URL is set
	 */
	async send(body: string, options: SendOptions = {}): Promise<Delivery> {
		const { signing = 'right', encoding = this.settings.encoding } = options;
		requireOneOf('signing', signing, Object.keys(SIGNINGS));
		requireOneOf('encoding', encoding, Object.keys(ENCODINGS));
		const { url } = this.settings;
		if (url === '') throw new RangeError('No webhook URL is set');
		const { text, signature } = SIGNINGS[signing](body, this.settings, ENCODINGS[encoding]);
		const { event } = JSON.parse(body) as { event: string };
		const at = Date.now();
		const answer = await post(url, text, signature);
		const delivery = { event, body: text, signing, encoding, at, ms: Date.now() - at, ...answer };
		this.deliveries.push(delivery);
		if (this.deliveries.length > REMEMBERED) this.deliveries.shift();
		return delivery;
	}
}

async function post(
	url: string,
	body: string,
	signature: string | undefined,
): Promise<Pick<Delivery, 'status' | 'answer'>> {
	const headers = new Headers({ 'content-type': 'application/json' });
	if (signature !== undefined) headers.set('x-peoplelens-signature', signature);
	try {
		const signal = AbortSignal.timeout(TIMEOUT_MS);
		const response = await fetch(url, {
			method: 'POST',
			headers,
			body,
			signal,
			redirect: 'manual',
		});
		return { status: response.status, answer: (await response.text()).slice(0, 200) };
	} catch (error) {
		const { name, cause } = error as Error;
		const why = name === 'TimeoutError' ? 'no answer within 5 seconds' : String(cause ?? error);
		return { status: null, answer: why };
	}
}

/** A sandbox that sent to anywhere would be a tool for flooding others. */
function isOnThisComputer(url: string): boolean {
	const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' };
	const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
	return /^https?:$/.test(protocol) && isLoopback;
}

function requireOneOf(name: string, value: string, allowed: readonly string[]): void {
	if (allowed.includes(value)) return;
	throw new RangeError(`"${name}" must be one of ${allowed.join(', ')}`);
}
