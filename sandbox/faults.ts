import type { Fault } from './fault';
import { empty, html, json, type Answer } from './http/answer';
import type { RecordedRequest } from './http/recordedRequest';

export interface FaultOptions {
	/** How many requests it hits. Default: 1. */
	times?: number;
	/** How many matching requests pass before it begins. Default: 0. */
	after?: number;
	/** The share of the matching requests that it hits, 0 to 1. Default: 1. */
	chance?: number;
	/** Which requests count. Default: all. */
	match?: (request: RecordedRequest) => boolean;
}

/** What becomes of a request: an answer, whole or cut, one that takes for ever, or none. */
export type Outcome =
	| { kind: 'answer' | 'cut'; answer: Answer }
	| { kind: 'hang' }
	| { kind: 'drop' }
	| { kind: 'trickle'; part: 'headers' | 'body'; everyMs: number }
	| { kind: 'oversize'; status: number; megabytes: number; gzip: boolean };

type UnreadFault = Extract<Fault, { type: 'unread' }>;
type ReadFault = Exclude<Fault, UnreadFault>;

const isUnread = (fault: Fault): fault is UnreadFault => fault.type === 'unread';
const isRead = (fault: Fault): fault is ReadFault => !isUnread(fault);

/** The faults that wait for their request, first in, first out. */
export class Faults {
	#queue: Array<{ fault: Fault } & Required<FaultOptions>> = [];

	/** @param random from 0 to 1; decides where `chance` is below 1 */
	constructor(private readonly random: () => number) {}

	inject(fault: Fault, options: FaultOptions = {}): void {
		const { times = 1, after = 0, chance = 1, match = () => true } = options;
		this.#queue.push({ fault, times, after, chance, match });
	}

	clear(): void {
		this.#queue = [];
	}

	/** The fault that hits this request, if any. */
	take(request: RecordedRequest): ReadFault | undefined {
		return this.#take(request, isRead);
	}

	/** The same while its body has not been read. */
	takeUnread(request: RecordedRequest): UnreadFault | undefined {
		return this.#take(request, isUnread);
	}

	#take<F extends Fault>(request: RecordedRequest, isOne: (fault: Fault) => fault is F) {
		for (const waiting of this.#queue) {
			const { fault } = waiting;
			if (!isOne(fault) || !waiting.match(request)) continue;
			if (waiting.after > 0) {
				waiting.after--;
				continue;
			}
			if (waiting.chance < 1 && this.random() >= waiting.chance) continue;
			waiting.times--;
			if (waiting.times <= 0) this.#queue = this.#queue.filter((other) => other !== waiting);
			return fault;
		}
		return undefined;
	}
}

/**
 * @param act carries the request out and gives the right answer
 * @param now the server's time in ms, for `Retry-After` as a date
 */
export function applyFault(fault: ReadFault, act: () => Answer, now: number): Outcome {
	if (fault.type === 'truncated') {
		const answer = act();
		const body = answer.body.slice(0, Math.ceil(answer.body.length / 2));
		return { kind: 'answer', answer: { ...answer, body } };
	}
	if (fault.type === 'drop' && fault.midway) return { kind: 'cut', answer: act() };
	if (fault.acted) act();
	switch (fault.type) {
		case 'drop':
		case 'hang':
			return { kind: fault.type };
		case 'trickle':
			return { kind: 'trickle', part: fault.part, everyMs: fault.everyMs ?? 1000 };
		case 'oversize': {
			const { status = 200, megabytes = Infinity, gzip = false } = fault;
			return { kind: 'oversize', status, megabytes, gzip };
		}
		case 'status':
			return { kind: 'answer', answer: failing(fault, now) };
		case 'html':
			return { kind: 'answer', answer: html(200, fault.title ?? 'Sign in') };
		case 'wrongShape':
			return { kind: 'answer', answer: json(200, fault.body ?? { ok: true }) };
		case 'empty':
			return { kind: 'answer', answer: empty(200) };
		case 'redirect':
			return { kind: 'answer', answer: empty(fault.status ?? 302, { location: fault.to }) };
	}
}

function failing(fault: Extract<Fault, { type: 'status' }>, now: number): Answer {
	const { status, body = 'json', message = `Status ${status} from the sandbox` } = fault;
	const answers: Record<typeof body, () => Answer> = {
		json: () => json(status, { statusCode: status, message }),
		html: () => html(status, message),
		text: () => ({ status, headers: { 'content-type': 'text/plain' }, body: message }),
		empty: () => empty(status),
	};
	const answer = answers[body]();
	if (fault.retryAfterSeconds === undefined) return answer;
	const retryAfter = formatRetryAfter(fault.retryAfterSeconds, fault.retryAfterForm, now);
	return { ...answer, headers: { ...answer.headers, 'retry-after': retryAfter } };
}

/** An HTTP date knows whole seconds only: it is rounded up, never asking for too little. */
export function formatRetryAfter(
	seconds: number,
	form: 'seconds' | 'date' = 'seconds',
	now: number,
): string {
	if (form === 'seconds') return String(Math.ceil(seconds));
	return new Date(Math.ceil((now + seconds * 1000) / 1000) * 1000).toUTCString();
}
