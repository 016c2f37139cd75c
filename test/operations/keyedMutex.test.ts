import fc from 'fast-check';

import { KeyedMutex } from '../../nodes/PeopleLens/operations/keyedMutex';

it('work about one thing is done in its order and never at once, whatever fails', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.scheduler(),
			fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), fails: fc.boolean() })),
			async (scheduler, works) => {
				const mutex = new KeyedMutex(true);
				const log: Record<string, Array<[number, 'begins' | 'ends']>> = { a: [], b: [], c: [] };
				const all = works.map(async ({ key, fails }, n) => {
					const work = async () => {
						log[key].push([n, 'begins']);
						await scheduler.schedule(Promise.resolve());
						log[key].push([n, 'ends']);
						if (fails) throw new Error(String(n));
						return n;
					};
					const outcome = await mutex
						.runExclusive(key, work)
						.catch((error: Error) => error.message);
					expect(outcome).toBe(fails ? String(n) : n);
				});
				await scheduler.waitFor(Promise.all(all));

				for (const key of ['a', 'b', 'c']) {
					const mine = works.flatMap((work, n) => (work.key === key ? [n] : []));
					expect(log[key]).toEqual(
						mine.flatMap((n) => [
							[n, 'begins'],
							[n, 'ends'],
						]),
					);
				}
			},
		),
		{ seed: 20260301, numRuns: 200 },
	);
});

it('where one failure ends it, no work about the same thing is begun behind it, however late it comes', async () => {
	const mutex = new KeyedMutex(false);
	const fail = async () => await Promise.reject(new Error('first'));
	const work = jest.fn(async () => await Promise.resolve('done'));
	const [failed, waiting] = [mutex.runExclusive('a', fail), mutex.runExclusive('a', work)];
	await expect(failed).rejects.toThrow('first');
	await expect(waiting).rejects.toThrow('first');
	await expect(mutex.runExclusive('a', work)).rejects.toThrow('first');
	expect(work).not.toHaveBeenCalled();
	expect(await mutex.runExclusive('b', work)).toBe('done');
});
