import range from 'lodash/range';

import { pageAround } from '../../nodes/PeopleLens/lists/guardedPages';

/** A server that rounds an offset down to whole pages is asked for the page that holds what is wanted. */

it.each([19, 20, 21, 33, 50, 64, 97, 100])(
	'with pages of %i rows, all up to the 20,000th can be read',
	(length) => {
		const pages = { length, partLength: Math.floor(length / 3) };
		const unreadable = range(20_001).filter((offset) => {
			const page = pageAround(offset, pages) ?? Infinity;
			const end = offset - (offset % page) + page;
			return page > length || end < offset + pages.partLength;
		});
		expect(unreadable).toEqual([]);
	},
);

it('where no page holds it, there is none', () => {
	expect(pageAround(59, { length: 6, partLength: 2 })).toBeUndefined();
});
