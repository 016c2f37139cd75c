import fc from 'fast-check';

import {
	AdaptiveConcurrency,
	READING,
	WRITING,
} from '../../../nodes/PeopleLens/api/http/adaptiveConcurrency';
import type { Boldness, Verdict } from '../../../nodes/PeopleLens/api/http/adaptiveConcurrency';
import { bestFixed, play, writing } from './server';

const SETTINGS = { seed: 20261125, numRuns: 300 };

const kinds = fc.constantFrom(READING, WRITING);

/** A controller whose clock is set by hand, and requests one after the other. */
function controller(boldness: Boldness = READING) {
	let now = 0;
	const control = new AdaptiveConcurrency(boldness, () => now);
	/** So many requests at the same time, each of which takes as long. */
	const round = (ms: number, verdict: Verdict = 'answered', count = control.limit) => {
		const ends = Array.from({ length: count }, () => control.begin());
		now += ms;
		ends.forEach((end) => end(verdict));
	};
	return { control, round, pass: (ms: number) => (now += ms) };
}

describe('whatever the answers are', () => {
	const ALLOWED = Array.from({ length: 20 }, (_, n) => n + 1);
	const verdict = fc.constantFrom<Verdict>('answered', 'answered', 'overloaded', 'unclear');
	/** ms; now and then nonsense, as a clock that is set gives it. */
	const time = fc.oneof(
		{ weight: 9, arbitrary: fc.double({ min: 0, max: 60_000, noNaN: true }) },
		{ weight: 1, arbitrary: fc.constantFrom(-5000, 0, NaN, Infinity, 1e-9) },
	);
	const open = fc.integer({ min: 1, max: 30 });
	const answers = fc.array(fc.record({ time, verdict, open }));

	it('the limit is a whole number from 1 to 20', () => {
		fc.assert(
			fc.property(kinds, answers, (boldness, given) => {
				let now = 0;
				const control = new AdaptiveConcurrency(boldness, () => now);
				for (const { time: ms, verdict: what, open: count } of given) {
					const ends = Array.from({ length: count }, () => control.begin());
					now += ms;
					const limits = ends.map((end) => {
						end(what);
						return control.limit;
					});
					expect(limits.filter((limit) => !ALLOWED.includes(limit))).toEqual([]);
					if (!Number.isFinite(now)) now = 0;
				}
			}),
			SETTINGS,
		);
	});

	it('an overload never makes it larger, and two thirds of it at most are left', () => {
		fc.assert(
			fc.property(kinds, answers, (boldness, given) => {
				const { control, round, pass } = controller(boldness);
				for (const { time: ms, verdict: what, open: count } of given) {
					if (Number.isFinite(ms) && ms >= 0) round(ms, what, count);
				}
				pass(1);
				const before = control.limit;
				round(1, 'overloaded');
				expect(control.limit).toBeLessThanOrEqual(Math.max(1, Math.ceil((before * 2) / 3)));
			}),
			SETTINGS,
		);
	});

	it('a request whose end is unclear changes nothing', () => {
		fc.assert(
			fc.property(fc.array(time), (times) => {
				const { control, round } = controller();
				for (const ms of times) round(ms, 'unclear');
				expect(control.limit).toBe(5);
			}),
			SETTINGS,
		);
	});
});

it.each([
	['reads', READING, 5, 20],
	['writes', WRITING, 4, 5],
])('what %s begins with its own number and grows at its own pace', (_, boldness, first, then) => {
	const { control, round } = controller(boldness);
	expect(control.limit).toBe(first);
	for (let count = 0; count < 20; count++) round(50);
	expect(control.limit).toBe(then);
});

it('nothing is learned about many requests from one at a time', () => {
	const { control, round } = controller();
	for (let count = 0; count < 100; count++) round(50, 'answered', 1);
	expect(control.limit).toBe(5);
});

it('requests that are refused together halve it once', () => {
	const { control, round, pass } = controller();
	for (let count = 0; count < 5; count++) round(50);
	round(10, 'overloaded');
	expect(control.limit).toBe(10);
	pass(1);
	round(10, 'overloaded');
	expect(control.limit).toBe(5);
});

it('after an overload it comes back slowly, one more for each round of answers', () => {
	const { control, round, pass } = controller();
	for (let count = 0; count < 5; count++) round(50);
	round(50, 'overloaded');
	pass(1);
	for (let count = 0; count < 5; count++) round(50);
	expect(control.limit).toBeGreaterThanOrEqual(13);
	expect(control.limit).toBeLessThanOrEqual(15);
});

it('a server without limits is soon asked for as much as is allowed', () => {
	const server = { serviceMs: () => 100 };
	const { took, limits } = play(server, 100);
	expect(took).toBeLessThanOrEqual(800);
	expect(limits.at(-1)?.limit).toBe(20);
});

it('answers that differ as those of a network do keep nothing small', () => {
	fc.assert(
		fc.property(fc.infiniteStream(fc.integer({ min: 40, max: 55 })), (noise) => {
			const { limits } = play({ serviceMs: () => noise.next().value }, 200);
			expect(limits.at(-1)?.limit).toBe(20);
		}),
		{ ...SETTINGS, numRuns: 50 },
	);
});

describe('a server with workers and a queue', () => {
	it.each([4, 8])('of %i is kept busy, and no more', (workers) => {
		const server = { serviceMs: () => 20, workers };
		const { took, waiting } = play(server, 1000);
		expect(took / bestFixed(server, 1000)).toBeLessThanOrEqual(1.15);
		expect(waiting).toBeLessThanOrEqual(3 * workers);
	});

	it('whose workers take their time, one more, one less, neither waits nor is overrun', () => {
		fc.assert(
			fc.property(fc.infiniteStream(fc.integer({ min: 15, max: 25 })), (noise) => {
				const server = { serviceMs: () => noise.next().value, workers: 4 };
				const { took, waiting } = play(server, 1000);
				expect(took).toBeLessThanOrEqual((1000 / 4) * 20 * 1.15);
				expect(waiting).toBeLessThanOrEqual(12);
			}),
			{ ...SETTINGS, numRuns: 50 },
		);
	});

	it('is not asked for more and more in a long run', () => {
		const { waiting } = play({ serviceMs: () => 20, workers: 4 }, 10_000);
		expect(waiting).toBeLessThanOrEqual(12);
	});

	it('is written to with fewer at a time', () => {
		const server = { serviceMs: () => 20, workers: 4 };
		const { took, waiting } = play(server, 1000, writing(WRITING));
		expect(took / bestFixed(server, 1000)).toBeLessThanOrEqual(1.15);
		expect(waiting).toBeLessThanOrEqual(6);
	});
});

it('a server that gets no faster beyond eight requests is asked for about eight at a time', () => {
	const server = { serviceMs: (_: number, open: number) => (20 * Math.max(8, open)) / 8 };
	const { took, limits } = play(server, 2000);
	expect(took / bestFixed(server, 2000)).toBeLessThanOrEqual(1.15);
	const usual = limits.map(({ limit }) => limit).sort((a, b) => a - b)[1000];
	expect(usual).toBeGreaterThanOrEqual(8);
	expect(usual).toBeLessThanOrEqual(18);
});

it('a server that refuses more than twelve at a time seldom has to', () => {
	const server = { serviceMs: () => 20, refuses: (_: number, open: number) => open > 12 };
	const { took, refused } = play(server, 2000);
	expect(refused).toBeLessThan(2000 / 10);
	expect(took / ((2000 / 12) * 20)).toBeLessThan(1.5);
});

describe('a server whose latency triples, and comes back', () => {
	const FROM = 2000;
	const TO = 6000;
	const server = { serviceMs: (now: number) => (now >= FROM && now < TO ? 300 : 100) };
	const { limits } = play(server, 1200);
	/** The limits after the answers to requests that were sent from then on. */
	const since = (moment: number) =>
		limits.filter(({ sentAt }) => sentAt >= moment).map(({ limit }) => limit);

	it('is asked for half as much within ten answers', () => {
		expect(since(FROM - 100)[0]).toBe(20);
		expect(since(FROM)[9]).toBeLessThanOrEqual(11);
		expect(since(TO - 500)[0]).toBeLessThanOrEqual(10);
	});

	it('is asked for twice as much again within ten answers', () => {
		expect(since(TO)[9]).toBeGreaterThanOrEqual(2 * since(TO - 500)[0]);
		expect(limits.at(-1)?.limit).toBe(20);
	});
});
