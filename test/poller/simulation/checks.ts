import { MINUTE, SECOND, SimulatedFeed } from './feed';

export const ORDERS = ['newest', 'oldest', 'arbitrary'] as const;

/** A feed that has been started and has met an event in time, so it knows the server's clock. */
export async function running(...[traits]: ConstructorParameters<typeof SimulatedFeed>) {
	const feed = new SimulatedFeed(traits);
	feed.addHistory();
	await feed.start();
	feed.add(feed.time.now + 50 * SECOND);
	await feed.poll();
	return feed;
}

/** Adds `count` events from now on; returns their numbers. */
export function addMany(feed: SimulatedFeed, count: number, every = SECOND): number[] {
	const { now } = feed.time;
	return Array.from({ length: count }, (_, n) => feed.add(now + n * every));
}

/** Checks until nothing is left; the first time after all is there and older than the overlap. */
export async function drain(feed: SimulatedFeed, first: number) {
	const sum = { events: [] as number[], requests: 0, polls: 0 };
	for (let complete = false; !complete;) {
		const check = await feed.poll(sum.polls === 0 ? first : MINUTE);
		sum.events.push(...check.events);
		sum.requests += check.requests;
		sum.polls++;
		complete = check.complete;
	}
	return sum;
}

/** Fails a request chosen by its number within the next check, as often as that comes. */
export function failAt(feed: SimulatedFeed, number: number): void {
	feed.intercept = (fetchPage) => {
		let requests = 0;
		return async (request) => {
			if (++requests === number) throw new Error('The service is down');
			return await fetchPage(request);
		};
	};
}
