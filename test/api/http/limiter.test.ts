import { AUTOMATIC, createLimiter } from '../../../nodes/PeopleLens/api/http/limiter';
import type { Outcome } from '../../../nodes/PeopleLens/api/http/outcome';
import { nextTurn } from '../../support/node';

const answered = (status: number): Outcome => ({ kind: 'response', status, headers: {}, body: '' });
const READ = { method: 'GET' as const };
const WRITE = { method: 'POST' as const };

/** Requests that are answered by hand. */
function requests() {
	const open: Array<(outcome: Outcome) => void> = [];
	let answeredCount = 0;
	const send = async () => {
		const outcome = await new Promise<Outcome>((answer) => open.push(answer));
		answeredCount++;
		return outcome;
	};
	return { open, send, unanswered: () => open.length - answeredCount };
}

const turns = async (count = 20) => {
	for (let n = 0; n < count; n++) await nextTurn();
};

it('no more requests are on their way than a person allows, whatever they do', async () => {
	const limiter = createLimiter(2);
	expect(limiter.width).toBe(2);
	const { open, send } = requests();
	const running = [READ, WRITE, READ].map(async (request) => await limiter.run(request, send));
	await turns();
	expect(open).toHaveLength(2);
	open[0](answered(200));
	expect(await running[0]).toEqual(answered(200));
	await turns();
	expect(open).toHaveLength(3);
	open.slice(1).forEach((answer) => answer(answered(503)));
	expect(await Promise.all(running)).toHaveLength(3);
});

it('reading and changing have limits of their own, unless a person says so', async () => {
	const limiter = createLimiter(AUTOMATIC);
	const width = limiter.width;
	expect(typeof width).toBe('function');
	const [reading, writing] = [requests(), requests()];
	for (let n = 0; n < 30; n++) {
		void limiter.run(READ, reading.send);
		void limiter.run(WRITE, writing.send);
	}
	await turns(200);
	expect(reading.open.length).toBeGreaterThan(writing.open.length);
	expect(writing.open.length).toBeGreaterThan(0);
	expect(typeof width === 'function' && width()).toBe(
		Math.max(reading.open.length, writing.open.length),
	);
});

it('what a request throws is thrown, and its place is free again', async () => {
	const limiter = createLimiter(1);
	const failing = async () => await Promise.reject(new Error('Not sent'));
	await expect(limiter.run(READ, failing)).rejects.toThrow('Not sent');
	expect(await limiter.run(READ, async () => await Promise.resolve(answered(200)))).toEqual(
		answered(200),
	);
});

it('a pause that the server wants holds for all requests', async () => {
	const limiter = createLimiter(5);
	limiter.throttle(60);
	const began = performance.now();
	const send = async () => await Promise.resolve(answered(200));
	await Promise.all([limiter.run(READ, send), limiter.run(WRITE, send)]);
	expect(performance.now() - began).toBeGreaterThanOrEqual(55);
});

it('nobody waits for a pause after Stop, or past the deadline', async () => {
	const limiter = createLimiter(5);
	limiter.throttle(60_000);
	const send = async () => await Promise.resolve(answered(200));
	const stop = new AbortController();
	const stopped = limiter.run(READ, send, stop.signal);
	await turns();
	stop.abort();
	expect(await stopped).toEqual(answered(200));
	expect(await limiter.run(READ, send, undefined, Date.now() - 1)).toEqual(answered(200));
	expect(await limiter.run(READ, send, undefined, Date.now() + 30)).toEqual(answered(200));
});

describe('by itself, the limiter has', () => {
	const timeout: Outcome = { kind: 'failure', reason: 'timeout' };
	const dropped: Outcome = { kind: 'failure', reason: 'dropped' };
	const TOLD: Array<[number, string, Outcome]> = [
		[6, 'one more request on its way after an answer', answered(200)],
		[6, 'one more after a refusal of the request itself', answered(404)],
		[5, 'as many as before after a server error, which says nothing of the load', answered(500)],
		[5, 'as many after a bad gateway', answered(502)],
		[5, 'as many after a connection that broke', dropped],
		[2, 'half as many after "too many requests"', answered(429)],
		[2, 'half as many after "not available"', answered(503)],
		[2, 'half as many after a time-out of a gateway', answered(504)],
		[2, 'half as many after a time-out', timeout],
	];

	it.each(TOLD)('%i: %s', async (expected, _name, outcome) => {
		const limiter = createLimiter(AUTOMATIC);
		const { open, send, unanswered } = requests();
		const running = Array.from({ length: 20 }, async () => await limiter.run(READ, send));
		await turns(50);
		expect(unanswered()).toBe(5);
		open[0](outcome);
		for (const answer of open.slice(1, 5)) answer(dropped);
		await turns(50);
		expect(unanswered()).toBe(expected);
		for (let n = 1; n < running.length; n++) {
			open[n]?.(dropped);
			await turns();
		}
		await Promise.all(running);
	});
});

describe('after a pause, requests follow each other', () => {
	const msFor = async (outcome: Outcome) => {
		const limiter = createLimiter(20);
		const send = async () => await Promise.resolve(outcome);
		const many = async (count: number) =>
			await Promise.all(Array.from({ length: count }, async () => await limiter.run(READ, send)));
		await many(40);
		limiter.throttle(1);
		const began = performance.now();
		await many(9);
		return performance.now() - began;
	};

	it('about as fast as they were accepted in the second before', async () => {
		// 40 a second: eight times 25 ms.
		expect(await msFor(answered(200))).toBeGreaterThanOrEqual(180);
	});

	it.each([answered(429), { kind: 'failure', reason: 'dropped' } as const])(
		'at once, where none was accepted: %j',
		async (outcome) => {
			expect(await msFor(outcome)).toBeLessThan(150);
		},
	);
});
