import {
	AdaptiveConcurrency,
	READING,
} from '../../../nodes/PeopleLens/api/http/adaptiveConcurrency';
import type { Boldness, Verdict } from '../../../nodes/PeopleLens/api/http/adaptiveConcurrency';

/** A server in virtual time; all times in ms. */
export interface SimulatedServer {
	/** How long one request takes, at a time, with so many on their way. */
	serviceMs: (now: number, open: number) => number;
	/** So many are worked on at a time, the others wait. Default: all of them. */
	workers?: number;
	/** Refuses the request at once. */
	refuses?: (now: number, open: number) => boolean;
}

export interface Run {
	/** ms until the last answer. */
	took: number;
	/** At most, beyond those that the workers had in hand. */
	waiting: number;
	refused: number;
	/** The limit after each answer, with the times of request and answer. */
	limits: Array<{ sentAt: number; at: number; limit: number }>;
}

interface Place {
	limit: number;
	begin: () => (verdict: Verdict) => void;
}

/** So many requests at a time, whatever happens. */
export const fixed = (limit: number): Place => ({ limit, begin: () => () => undefined });

/** Sends so many requests, as many at a time as the controller says. Refused ones come again. */
export function play(
	server: SimulatedServer,
	total: number,
	control: (clock: () => number) => Place = (clock) => new AdaptiveConcurrency(READING, clock),
): Run {
	const { workers = Infinity } = server;
	const run: Run = { took: 0, waiting: 0, refused: 0, limits: [] };
	const events: Array<{ at: number; order: number; happen: () => void }> = [];
	const queue: Array<() => void> = [];
	let [now, order, left, open, busy] = [0, 0, total, 0, 0];
	const later = (ms: number, happen: () => void) =>
		events.push({ at: now + ms, order: order++, happen });
	const controller = control(() => now);

	const work = (done: () => void) => {
		busy++;
		later(server.serviceMs(now, open), () => {
			busy--;
			queue.shift()?.();
			done();
		});
	};
	const send = () => {
		while (left > 0 && open < controller.limit) {
			left--;
			open++;
			const end = controller.begin();
			const sentAt = now;
			const answer = (verdict: Verdict) => {
				open--;
				end(verdict);
				run.limits.push({ sentAt, at: now, limit: controller.limit });
				send();
			};
			if (server.refuses?.(now, open)) {
				left++;
				run.refused++;
				later(1, () => answer('overloaded'));
			} else if (busy < workers) work(() => answer('answered'));
			else queue.push(() => work(() => answer('answered')));
			run.waiting = Math.max(run.waiting, queue.length);
		}
	};
	send();
	for (let next = events.shift(); next; next = events.shift()) {
		now = next.at;
		next.happen();
		events.sort((a, b) => a.at - b.at || a.order - b.order);
	}
	return { ...run, took: now };
}

/** The shortest time that any fixed number of requests at a time needs. */
export const bestFixed = (server: SimulatedServer, total: number): number =>
	Math.min(...Array.from({ length: 20 }, (_, n) => play(server, total, () => fixed(n + 1)).took));

export const writing = (boldness: Boldness) => (clock: () => number) =>
	new AdaptiveConcurrency(boldness, clock);
