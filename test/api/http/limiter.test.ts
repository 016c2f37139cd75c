import { AUTOMATIC, createLimiter } from '../../../nodes/PeopleLens/api/http/limiter';
import type { Outcome } from '../../../nodes/PeopleLens/api/http/outcome';
import { nextTurn } from '../../support/node';

const answered = (status: number): Outcome => ({ kind: 'response', status, headers: {}, body: '' });
const READ = { method: 'GET' as const };
const WRITE = { method: 'POST' as const };

/** Requests that are answered by hand. */
function requests() {
	const open: Array<(outcome: Outcome) => void> = [];
	const send = async () => await new Promise<Outcome>((answer) => open.push(answer));
	return { open, send };
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
