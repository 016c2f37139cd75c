/** A server that knows pages of its own, whatever part of a list it is asked for. */
export interface Pages {
	/** How many rows a page has where the limit is ignored, and at most otherwise. */
	length: number;
	isLimitIgnored: boolean;
	/** An offset is rounded down to a multiple of this, or to whole pages; 1: it is taken as it is. */
	roundsTo: number | 'pages';
	/** Whether the last page comes once more for offsets beyond the end. */
	repeatsLast: boolean;
}

/** What such a server gives of `count` rows: so many at most, from that offset on. */
export function windowOf(
	{ length, isLimitIgnored, roundsTo, repeatsLast }: Pages,
	asked: { limit: number; offset: number },
	count = Infinity,
) {
	const limit = isLimitIgnored ? length : Math.min(asked.limit, length);
	const unit = roundsTo === 'pages' ? limit : roundsTo;
	const offset = repeatsLast ? Math.min(asked.offset, Math.max(0, count - 1)) : asked.offset;
	return { limit, offset: offset - (offset % unit) };
}
