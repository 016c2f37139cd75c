import { addMany, ORDERS, running } from './simulation/checks';
import { HOUR, MINUTE, SECOND, type SimulatedPoller } from './simulation/poller';

const DAY = 24 * HOUR;

describe("when n8n's clock is wrong and PeopleLens states no time", () => {
	it('a clock that was a day ahead for an hour, and was set right, silences nothing', async () => {
		for (const order of ORDERS) {
			const poller = await running({ order, dateAhead: undefined });
			const numbers: number[] = [];
			const events: number[] = [];
			for (let minute = 0; minute < 120; minute++) {
				poller.clockAhead = minute >= 20 && minute < 80 ? DAY : 0;
				numbers.push(poller.add(poller.time.now + 30 * SECOND));
				events.push(...(await poller.poll()).events);
			}
			expect(events).toEqual(numbers);
		}
	});

	it('what counted as too old by a clock that was ahead is delivered when that is set right', async () => {
		const poller = await running({ dateAhead: undefined });
		poller.settings.ignoreOlderThan = 2 * HOUR;
		const numbers: number[] = [];
		const events: number[] = [];
		for (let minute = 0; minute < 40; minute++) {
			poller.clockAhead = minute >= 10 && minute < 20 ? DAY : 0;
			numbers.push(poller.add(poller.time.now + 30 * SECOND));
			events.push(...(await poller.poll()).events);
		}
		// What was delivered within the overlap before may come twice.
		expect([...new Set(events)].sort((a, b) => a - b)).toEqual(expect.arrayContaining(numbers));
		expect(events.length).toBeLessThanOrEqual(numbers.length + 6);
	});

	it('a clock that is an hour ahead does not make new events count as too old', async () => {
		const poller = await running({ dateAhead: undefined });
		poller.clockAhead = HOUR;
		await poller.start();
		poller.settings.ignoreOlderThan = HOUR / 2;
		for (let n = 0; n < 10; n++) {
			const number = poller.add(poller.time.now + 30 * SECOND);
			expect((await poller.poll()).events).toEqual([number]);
		}
	});
});

it('a backlog that a slow server lists newest first, without a total, is delivered bit by bit', async () => {
	for (const count of [900, 1800, 3000]) {
		const poller = await running({ order: 'newest', total: 'missing', latency: [1500, 1500] });
		const numbers = addMany(poller, count);
		expect(await drainSlowly(poller)).toEqual(numbers);
	}
});

/** Checks until nothing is left, with 27 seconds for each check. */
async function drainSlowly(poller: SimulatedPoller): Promise<number[]> {
	const events: number[] = [];
	for (let after = 2 * HOUR, checks = 0; checks < 60; after = MINUTE, checks++) {
		poller.settings.deadline = poller.time.now + after + 27 * SECOND;
		const check = await poller.poll(after).catch(() => undefined);
		events.push(...(check?.events ?? []));
		if (check?.complete) break;
	}
	return events;
}
