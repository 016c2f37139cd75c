import { abortAfter, axios } from '../node';
import { decode, MAX_BYTES, readBody, type Reply } from './response';
import { reasonOf } from './silence';
import { retryAfterOf, Throttle } from './throttle';

export interface Request {
	method?: 'GET' | 'POST' | 'DELETE';
	path: string;
	query?: Record<string, string | number>;
	body?: unknown;
	/** Another key than the tenant's: to see what a wrong one gets. */
	apiKey?: string;
}

/** The passing of time; tests hold it in their hand. */
export interface Time {
	/** ms since the epoch. */
	now(): number;
	/** @param ms how long */
	sleep(ms: number): Promise<void>;
}

export interface ClientOptions {
	/** The origin, without a slash at the end: the key goes nowhere else. */
	baseUrl: string;
	apiKey: string;
	time: Time;
	/** How many requests may be sent in all. */
	maxRequests: number;
	/** Between two requests, in ms. */
	pauseMs: number;
	/** For one request, whole answer included, in ms. */
	timeoutMs: number;
}

/** All the requests that were allowed have been sent. */
export class RequestsSpentError extends Error {}

/** The tenant doesn't answer, or wants no more requests: going on would be rude and pointless. */
export class GivenUpError extends Error {}

/** So many requests in a row without an answer, before the check is given up. */
const MAX_SILENCES = 3;

/** So often one request is sent again after a 429. */
const MAX_THROTTLED = 3;

/** The longest pause that a 429 may ask for, in ms. */
const MAX_WAIT_MS = 60_000;

/** Sends one request after the other, gently, to one origin, and keeps what every answer shows. */
export class TenantClient {
	/** Everything that came back, in order. */
	readonly replies: Reply[] = [];

	readonly throttle: Throttle;

	#sent = 0;

	#silences = 0;

	constructor(private readonly options: ClientOptions) {
		this.throttle = new Throttle(options.pauseMs);
	}

	get time(): Time {
		return this.options.time;
	}

	get sent(): number {
		return this.#sent;
	}

	/** How many requests may still be sent. */
	get left(): number {
		return this.options.maxRequests - this.#sent;
	}

	/**
	 * Sends a request; after a 429 again, as late as the answer asks for.
	 * @returns what came back: odd answers and silence, too, are findings
	 * @throws {RequestsSpentError | GivenUpError}
	 */
	async send(request: Request): Promise<Reply> {
		for (let throttled = 0; ;) {
			if (this.left <= 0) throw new RequestsSpentError();
			if (this.#sent > 0) await this.time.sleep(this.throttle.pauseMs);
			this.#sent++;
			const reply = await this.#exchange(request);
			this.replies.push(reply);
			this.#silences = reply.kind === 'silence' ? this.#silences + 1 : 0;
			if (this.#silences >= MAX_SILENCES) throw new GivenUpError();
			if (reply.kind === 'silence' || reply.status !== 429) return reply;

			const waitMs = this.throttle.onThrottled(retryAfterOf(reply, this.time.now()), ++throttled);
			if (waitMs > MAX_WAIT_MS || throttled > MAX_THROTTLED) throw new GivenUpError();
			await this.time.sleep(waitMs);
		}
	}

	async #exchange({ method = 'GET', path, query, body, apiKey }: Request): Promise<Reply> {
		const { baseUrl, timeoutMs, time } = this.options;
		const sentAt = time.now();
		try {
			const answer = await axios.request<ArrayBuffer>({
				method,
				url: `${baseUrl}${path}`,
				params: query,
				data: body,
				headers: {
					Authorization: `Bearer ${apiKey ?? this.options.apiKey}`,
					Accept: 'application/json',
					'Accept-Encoding': 'gzip, deflate, br',
				},
				// Followed, a redirect would carry the key away. An HTTP proxy would see it.
				maxRedirects: 0,
				proxy: false,
				// A time-out of axios counts silence only; the signal ends a trickling answer, too.
				timeout: timeoutMs,
				signal: abortAfter(timeoutMs),
				maxContentLength: MAX_BYTES,
				responseType: 'arraybuffer',
				decompress: false,
				validateStatus: () => true,
			});
			const headers = Object.fromEntries(
				Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
			);
			const text = decode(Buffer.from(answer.data), headers['content-encoding']);
			const date = Date.parse(headers.date ?? '');
			return {
				kind: 'response',
				status: answer.status,
				headers,
				...readBody(text),
				sentAt,
				tookMs: Math.max(0, time.now() - sentAt),
				...(Number.isNaN(date) ? {} : { date }),
			};
		} catch (thrown) {
			return { kind: 'silence', why: reasonOf(thrown) };
		}
	}
}
