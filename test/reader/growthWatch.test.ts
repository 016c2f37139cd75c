import { GrowthWatch } from '../../nodes/PeopleLens/reader/growthWatch';

/** A watch behind ten pages of three rows, of which one is new each time. */
function behindTenPages() {
	const watch = new GrowthWatch();
	for (let n = 0; n < 10; n++) {
		expect(watch.lookBack).toBeUndefined();
		expect(watch.observe(3, 1, true)).toBe(false);
	}
	return watch;
}

it('behind ten small pages, each with something new, one is to begin where the last but one did', () => {
	expect(behindTenPages().lookBack).toBe(4);
});

it('where that page reaches as far, the list has been read', () => {
	expect(behindTenPages().observe(5, 1, true)).toBe(true);
});

it.each([
	['is cut', 3, true],
	['does not reach as far', 5, false],
])('where that page %s, the small ones may have been cut as well', (_, length, hasTail) => {
	const watch = behindTenPages();
	expect(watch.observe(length, 0, hasTail)).toBe(false);
	expect(watch.lookBack).toBeUndefined();
	for (let n = 0; n < 20; n++) {
		expect(watch.lookBack).toBeUndefined();
		watch.observe(3, 1, true);
	}
	expect(watch.lookBack).toBe(4);
});

it.each([
	['nothing new', 3, 0],
	['many rows', 50, 48],
])('a page with %s in between begins the count anew', (_, length, added) => {
	const watch = new GrowthWatch();
	for (let n = 0; n < 30; n++)
		watch.observe(...([n % 9 ? 3 : length, n % 9 ? 1 : added, true] as const));
	expect(watch.lookBack).toBeUndefined();
});
