import { UndatedRowsError } from '../../nodes/PeopleLens/feed/errors';
import { addMany, drain, running } from './simulation/checks';
import { HOUR, MINUTE, SECOND } from './simulation/feed';

describe('what no algorithm can hold, and what happens then', () => {
	it('an event that becomes visible later than the overlap is not delivered, others are', async () => {
		const feed = await running();
		const { now } = feed.time;
		feed.add(now, now + 7 * MINUTE);
		const other = feed.add(now + 3 * MINUTE, now + 7 * MINUTE);
		const events: number[] = [];
		for (let n = 0; n < 10; n++) events.push(...(await feed.poll()).events);
		expect(events).toEqual([other]);
	});

	it('when more happens within the overlap than can be remembered, only a late event can be missed', async () => {
		const feed = await running();
		const { now } = feed.time;
		const numbers = addMany(feed, 4000, 10);
		const late = feed.add(now + 5, now + 290 * SECOND);
		const { events } = await drain(feed, MINUTE);
		for (let n = 0; n < 5; n++) events.push(...(await feed.poll()).events);
		expect(events).toEqual(numbers);
		expect(events).not.toContain(late);
	});

	it('two rows without id that say the same are one event', async () => {
		const feed = await running();
		const number = feed.add(feed.time.now, feed.time.now, 'no id');
		feed.intercept = (fetchPage) => async (request) => {
			const page = await fetchPage(request);
			return {
				...page,
				rows: page.rows.flatMap((row) => (row.id === null ? [row, { ...row }] : [row])),
			};
		};
		expect((await feed.poll()).events).toEqual([number]);
	});

	it('an event whose id changes is another event', async () => {
		const feed = await running();
		const number = feed.add(feed.time.now);
		expect((await feed.poll(SECOND)).events).toEqual([number]);
		feed.intercept = (fetchPage) => async (request) => {
			const page = await fetchPage(request);
			const rows = page.rows.map((row) =>
				row.details.number === number ? { ...row, id: 'another' } : row,
			);
			return { ...page, rows };
		};
		expect((await feed.poll()).events).toEqual([number]);
		expect((await feed.poll()).events).toEqual([]);
	});

	it('a state from before the last delivery delivers that again, once', async () => {
		const feed = await running();
		const { state } = feed;
		const numbers = addMany(feed, 5);
		expect((await feed.poll()).events).toEqual(numbers);
		feed.state = state;
		expect((await feed.poll()).events).toEqual(numbers);
		expect((await feed.poll()).events).toEqual([]);
	});

	it('a backlog in no order that is too long for the time says so, and ignoreOlderThan gets it going', async () => {
		const feed = await running({ order: 'arbitrary', latency: [1000, 1000] });
		addMany(feed, 5000);
		const check = async (after: number) => {
			feed.settings.deadline = feed.time.now + after + 30 * SECOND;
			return await feed.poll(after);
		};
		await expect(check(2 * HOUR)).rejects.toThrow('not enough time');
		await expect(check(MINUTE)).rejects.toThrow('not enough time');
		feed.settings.ignoreOlderThan = HOUR;
		feed.settings.maxEvents = 10_000;
		const numbers = addMany(feed, 3);
		expect((await check(MINUTE)).events.slice(-3)).toEqual(numbers);
	});

	it('where the server itself is an hour ahead, an event dated half an hour ahead makes it forget late ones', async () => {
		const feed = await running({ dateAhead: HOUR });
		feed.add(feed.time.now + 30 * MINUTE, feed.time.now);
		await feed.poll(SECOND);
		addMany(feed, 3);
		expect((await feed.poll()).events).toEqual([]);
	});

	it('more rows without date than can be remembered end in words, not in a flood', async () => {
		const feed = await running();
		const { now } = feed.time;
		for (let n = 0; n < 1001; n++) feed.add(now, now, 'no date');
		await expect(feed.poll()).rejects.toThrow(UndatedRowsError);
	});
});
