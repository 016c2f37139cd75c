import range from 'lodash/range';

import { pageAround } from '../../nodes/PeopleLens/lists/guardedPages';

/** A server that rounds an offset down to whole pages is asked for the page that holds what is wanted. */

const LENGTHS = range(19, 101);

it.each(LENGTHS)('with pages of %i rows, all up to the 20,000th can be read', (length) => {
	const pages = { length, partLength: Math.floor(length / 3) };
	for (let offset = 0; offset <= 20_000; offset++) {
		const page = pageAround(offset, pages) ?? NaN;
		const start = offset - (offset % page);
		expect(page <= length && start + page >= offset + pages.partLength).toBe(true);
	}
});

it('where no page holds it, there is none', () => {
	expect(pageAround(59, { length: 6, partLength: 2 })).toBeUndefined();
});
