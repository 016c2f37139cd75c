import { MINUTE, SECOND, SimulatedPoller } from './poller';

export const ORDERS = ['newest', 'oldest', 'arbitrary'] as const;

/** A poller that has been started and has met an event in time, so it knows the server's clock. */
export async function running(...[traits]: ConstructorParameters<typeof SimulatedPoller>) {
	const poller = new SimulatedPoller(traits);
	poller.addHistory();
	await poller.start();
	poller.add(poller.time.now + 50 * SECOND);
	await poller.poll();
	return poller;
}

/** Adds `count` events from now on; returns their numbers. */
export function addMany(poller: SimulatedPoller, count: number, every = SECOND): number[] {
	const { now } = poller.time;
	return Array.from({ length: count }, (_, n) => poller.add(now + n * every));
}

/** Checks until nothing is left; the first time after all is there and older than the overlap. */
export async function drain(poller: SimulatedPoller, first: number) {
	const sum = { events: [] as number[], requests: 0, polls: 0 };
	for (let complete = false; !complete;) {
		const check = await poller.poll(sum.polls === 0 ? first : MINUTE);
		sum.events.push(...check.events);
		sum.requests += check.requests;
		sum.polls++;
		complete = check.complete;
	}
	return sum;
}

/** Fails a request chosen by its number within the next check, as often as that comes. */
export function failAt(poller: SimulatedPoller, number: number): void {
	poller.intercept = (fetchPage) => {
		let requests = 0;
		return async (request) => {
			if (++requests === number) throw new Error('The service is down');
			return await fetchPage(request);
		};
	};
}

/** From now on, the `Date` of each answer is ahead by so many ms; 0 makes it right again. */
export function setDate(poller: SimulatedPoller, ahead: number): void {
	poller.intercept = (fetchPage) => async (request) => {
		const page = await fetchPage(request);
		return { ...page, serverTime: page.serverTime && page.serverTime + ahead };
	};
}

/** Some checks a minute apart, with an event before each: what was to come, and what came. */
export async function follow(poller: SimulatedPoller, checks = 5) {
	const wanted: number[] = [];
	const events: number[] = [];
	const warnings: unknown[] = [];
	for (let n = 0; n < checks; n++) {
		wanted.push(poller.add(poller.time.now + 30 * SECOND));
		const check = await poller.poll();
		events.push(...check.events);
		warnings.push(...check.warnings);
	}
	return { wanted, events, warnings };
}
