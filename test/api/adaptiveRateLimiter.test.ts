import { AdaptiveRateLimiter } from '../../nodes/PeopleLens/api/http/adaptiveRateLimiter';

const CONCURRENCY = 5;

interface Server {
	/** How many requests are accepted within each second of the clock. */
	perSecond: number;
	/** From request to answer, in ms. */
	latency: number;
	/** ms */
	retryAfter: number;
	/** In ms: when, within a second, the first request is sent. */
	phase?: number;
	/** A leaky bucket: the requests may come so far ahead of an even distance. */
	burst?: number;
	/** Refuses so many requests more, whenever they come, from the given one on. */
	storm?: { from: number; length: number };
}

/** Sends that many requests through the limiter, in virtual time. */
function send(total: number, { perSecond, latency, retryAfter, phase = 0, burst, storm }: Server) {
	const begin = 1_000_000 + phase;
	let now = begin;
	const limiter = new AdaptiveRateLimiter(() => now);
	const events: Array<{ at: number; run: () => void }> = [];
	const later = (wait: number, run: () => void) => events.push({ at: now + wait, run });

	let [sent, left, refused, mostRefused] = [0, total, 0, 0];
	const accepted: number[] = [];
	const bySecond = new Map<number, number>();
	let emptyAt = 0;
	const isBelowLimit = () => {
		if (burst !== undefined) {
			const full = Math.max(now, emptyAt) + 1000 / perSecond;
			if (full > now + (burst * 1000) / perSecond) return false;
			emptyAt = full;
			return true;
		}
		const second = Math.floor(now / 1000);
		const count = bySecond.get(second) ?? 0;
		bySecond.set(second, count + 1);
		return count < perSecond;
	};
	const isAccepted = () => {
		sent++;
		if (storm && sent > storm.from && sent <= storm.from + storm.length) return false;
		if (!isBelowLimit()) return false;
		accepted.push(now);
		return true;
	};

	const next = () => {
		if (left-- > 0) turn(1);
	};
	const turn = (attempt: number) =>
		later(limiter.reserve(), () => (limiter.isPaused ? turn(attempt) : ask(attempt)));
	const ask = (attempt: number) => {
		const ok = isAccepted();
		later(latency, () => {
			if (ok) {
				limiter.onSuccess();
				next();
				return;
			}
			refused++;
			mostRefused = Math.max(mostRefused, attempt);
			limiter.onThrottled(retryAfter);
			later(retryAfter, () => turn(attempt + 1));
		});
	};

	for (let place = 0; place < CONCURRENCY; place++) next();
	while (events.length > 0) {
		events.sort((a, b) => a.at - b.at);
		const event = events.shift();
		now = event?.at ?? now;
		event?.run();
	}
	return { perSecond: total / ((now - begin) / 1000), refused, mostRefused, accepted };
}

it('nothing is slowed as long as nothing is refused', () => {
	const { perSecond, refused } = send(1000, { perSecond: 1000, latency: 10, retryAfter: 1000 });
	expect(refused).toBe(0);
	expect(perSecond).toBeCloseTo(500, -1);
});

describe.each([4, 20, 50, 90])('with answers after %i ms and a limit of 50 a second', (latency) => {
	it('1,000 requests come at 85 % of the allowed rate and more, whenever they begin', () => {
		const rates = Array.from({ length: 10 }, (_, n) => {
			const server = { perSecond: 50, latency, retryAfter: 1000, phase: n * 100 };
			return send(1000, server).perSecond;
		});
		expect(rates.reduce((sum, rate) => sum + rate) / rates.length).toBeGreaterThan(0.85 * 50);
	});

	it('few are refused, and none again and again', () => {
		const { refused, mostRefused } = send(1000, { perSecond: 50, latency, retryAfter: 1000 });
		expect(refused).toBeLessThan(40);
		expect(mostRefused).toBeLessThanOrEqual(2);
	});
});

it('a rate that was learned too high is soon set right, whenever they begin', () => {
	for (let phase = 0; phase < 1000; phase += 50) {
		const server = { perSecond: 50, latency: 20, retryAfter: 1000, phase };
		const { perSecond, refused } = send(1000, server);
		expect(perSecond).toBeGreaterThan(0.86 * 50);
		// Five at a time, in three pauses.
		expect(refused).toBeLessThanOrEqual(3 * CONCURRENCY);
	}
});

describe.each([
	{ perSecond: 50, burst: 1 },
	{ perSecond: 50, burst: 5 },
	{ perSecond: 10, burst: 1 },
	{ perSecond: 2, burst: 1 },
])('a server that wants them at a distance: %j', (bucket) => {
	it.each([1000, 100])('is found out in few pauses of %i ms', (retryAfter) => {
		const total = 60 * bucket.perSecond;
		const { perSecond, refused } = send(total, { ...bucket, latency: 20, retryAfter });
		expect(perSecond).toBeGreaterThan(0.3 * bucket.perSecond);
		expect(refused).toBeLessThanOrEqual(12 * CONCURRENCY);
	});
});

it('one answer "too many" pauses them all', () => {
	let now = 0;
	const limiter = new AdaptiveRateLimiter(() => now);
	expect([limiter.reserve(), limiter.isPaused]).toEqual([0, false]);
	limiter.onThrottled(3000);
	expect([limiter.reserve(), limiter.reserve(), limiter.isPaused]).toEqual([3000, 3000, true]);
	now = 2999;
	expect([limiter.reserve(), limiter.isPaused]).toEqual([1, true]);
	now = 3000;
	expect([limiter.reserve(), limiter.isPaused]).toEqual([0, false]);
});

it('the longest of several pauses counts', () => {
	const limiter = new AdaptiveRateLimiter(() => 0);
	for (const pause of [1000, 5000, 2000]) limiter.onThrottled(pause);
	expect(limiter.reserve()).toBe(5000);
});

it('afterwards they come a little slower than was accepted, and all of them so', () => {
	let now = 0;
	const limiter = new AdaptiveRateLimiter(() => now);
	limiter.reserve();
	for (now = 0; now < 1000; now += 10) limiter.onSuccess();
	limiter.onThrottled(500);
	now = 1500;
	const turns = Array.from({ length: 20 }, () => limiter.reserve());
	expect(turns[19] / 19).toBeCloseTo(1000 / 97, 0);
});

it.each([0, 10, 500])(
	'a storm of 20 refusals after %i requests ends none, nor slows the rest',
	(from) => {
		const calm = { perSecond: 1000, latency: 10, retryAfter: 1000 };
		const { refused, mostRefused, accepted } = send(2000, { ...calm, storm: { from, length: 20 } });
		expect([refused, accepted.length]).toEqual([20, 2000]);
		// The node sends a request five times at most.
		expect(mostRefused).toBeLessThanOrEqual(4);
		const [last] = accepted.slice(-1);
		const lately = accepted.filter((at) => at > last - 1000).length;
		expect(lately).toBeGreaterThan(450);
	},
);

it('the rate limiter is as fast as before a minute after a limit was lifted', () => {
	let now = 0;
	const limiter = new AdaptiveRateLimiter(() => now);
	limiter.reserve();
	for (now = 0; now < 1000; now += 50) limiter.onSuccess();
	limiter.onThrottled(1000);
	now = 2000;
	limiter.reserve();
	expect(limiter.reserve()).toBeGreaterThan(1000 / 20);
	now += 60_000;
	limiter.reserve();
	expect(limiter.reserve()).toBeLessThan(5);
});

it('a clock that is set back by an hour makes nobody wait for an hour', () => {
	jest.useFakeTimers();
	const limiter = new AdaptiveRateLimiter();
	limiter.onThrottled(1000);
	jest.setSystemTime(Date.now() - 3_600_000);
	const wait = limiter.reserve();
	jest.useRealTimers();
	expect(wait).toBeLessThanOrEqual(1000);
});

describe('a server that refused requests for coming at a distance of 20 ms', () => {
	/** One accepted after a pause, and the next one refused: half as fast, and again. */
	function learned() {
		let now = 10_000;
		const limiter = new AdaptiveRateLimiter(() => now);
		limiter.reserve();
		limiter.onThrottled(1000);
		for (let round = 0; round < 3; round++) {
			now += 1000;
			limiter.reserve();
			limiter.onSuccess();
			now += limiter.reserve() + 20;
			limiter.onThrottled(1000);
		}
		now += 1000;
		limiter.reserve();
		return { limiter, wait: (ms: number) => (now += ms) };
	}

	it('gets them at a longer distance with each refusal', () => {
		expect(learned().limiter.reserve()).toBeCloseTo(280, 0);
	});

	it('gets them a little slower than what it refused after a long time of trying faster', () => {
		const { limiter, wait } = learned();
		limiter.reserve();
		wait(40_000);
		limiter.reserve();
		const tried = limiter.reserve();
		expect(tried).toBeLessThan(150);
		limiter.onThrottled(1000);
		wait(1000);
		limiter.reserve();
		const next = limiter.reserve();
		expect(next).toBeGreaterThan(1.05 * tried);
		expect(next).toBeLessThan(1.15 * tried);
	});

	it('does not take long answers for a distance', () => {
		let now = 10_000;
		const limiter = new AdaptiveRateLimiter(() => now);
		limiter.reserve();
		limiter.onThrottled(1000);
		now += 1000;
		limiter.reserve();
		now += 4500;
		limiter.onSuccess();
		limiter.onThrottled(1000);
		now += 1000;
		limiter.reserve();
		expect(limiter.reserve()).toBeLessThanOrEqual(500);
	});

	it('gets them no slower when the very first one after a pause is refused', () => {
		const { limiter, wait } = learned();
		const before = limiter.reserve();
		for (let round = 0; round < 3; round++) {
			limiter.onThrottled(1000);
			wait(1000);
		}
		limiter.reserve();
		expect(limiter.reserve()).toBeLessThanOrEqual(before);
	});
});
