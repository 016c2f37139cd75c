import { GrowthWatch } from '../../nodes/PeopleLens/reader/growthWatch';

const SMALL = { length: 3, added: 1, full: false, hasTail: true, back: Infinity };

/** A watch behind so many pages of three rows, of which one is new each time. */
function behind(pages: number, watch = new GrowthWatch()) {
	for (let n = 0; n < pages; n++) {
		expect(watch.lookBack).toBeUndefined();
		expect(watch.observe(SMALL)).toBe(false);
	}
	return watch;
}

it('behind ten small pages, each with something new, one is to begin further back', () => {
	expect(behind(10).lookBack).toBe(7);
});

it('where that page reaches as far, and another one from twice as far, the list has been read', () => {
	const watch = behind(10);
	expect(watch.observe({ ...SMALL, length: 8 })).toBe(false);
	expect(watch.lookBack).toBe(14);
	expect(watch.observe({ ...SMALL, length: 15 })).toBe(true);
});

it('a page that was asked for before is not the one that looks back', () => {
	const watch = behind(10);
	expect(watch.observe({ ...SMALL, back: 2 })).toBe(false);
	expect(watch.lookBack).toBe(7);
});

it.each([
	['is cut', { length: 6 }],
	['does not reach as far', { length: 8, hasTail: false }],
	['is full', { length: 8, full: true }],
	['has much more that is new', { length: 10, added: 3 }],
])('where that page, or the other one, %s, the small ones may have been cut as well', (_, odd) => {
	for (const looks of [0, 1]) {
		const watch = behind(10);
		for (let n = 0; n < looks; n++) watch.observe({ ...SMALL, length: 8 });
		expect(watch.observe({ ...SMALL, ...odd })).toBe(false);
		// It takes twice as many to ask again.
		expect(behind(20, watch).lookBack).toBe(7);
	}
});

it.each([
	['nothing new', { added: 0 }],
	['many rows', { length: 20, added: 18 }],
	['as many rows as were asked for', { full: true }],
	['a gap before it', { hasTail: false }],
])('a page with %s in between begins the count anew', (_, odd) => {
	const watch = behind(9);
	watch.observe({ ...SMALL, ...odd });
	expect(behind(9, watch).lookBack).toBeUndefined();
	watch.observe(SMALL);
	expect(watch.lookBack).toBe(7);
});
