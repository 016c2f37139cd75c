import type { ListPage, PagedList } from '../reader/list';
import type { ListRow } from '../reader/types';
import type { Ledger } from './ledger';

/** What a look behind a first page has shown: nothing. */
export interface KnownEnd {
	/** How many rows the page had. */
	rows: number;
	/** Whether the total told of more, and so was wrong. */
	isTotalWrong: boolean;
	/** When that was, in ms since the epoch by this machine. */
	localTime: number;
}

/** The page cap may fall to this very length: then new rows are behind it, and wait for so long. In ms. */
const TRUSTED_FOR = 60 * 60_000;

/**
 * Whether a short first page may be taken for the whole list, so that a quiet poll is one request.
 * That proves no end: a poll that relies on it must not move the watermark.
 *
 * @param now ms since the epoch by this machine
 */
export function isKnownEnd<Row extends ListRow>(
	{ entries, short }: ListPage<Row>,
	{ total = 0 }: PagedList<Row>,
	known: KnownEnd | undefined,
	ledger: Ledger,
	now: number,
): boolean {
	if (known === undefined || !short || entries.length !== known.rows) return false;
	if (total > known.rows && !known.isTotalWrong) return false;
	if (now < known.localTime || now - known.localTime >= TRUSTED_FOR) return false;
	return entries.every((entry) => !ledger.isNew(entry));
}

/**
 * What is known after a list was read to its end.
 *
 * @param rows how many there were
 * @returns `known` where nobody had to look behind the first page
 */
export function knownEndOf<Row extends ListRow>(
	{ entries, short, end }: ListPage<Row>,
	{ total = 0 }: PagedList<Row>,
	known: KnownEnd | undefined,
	rows: number,
	now: number,
): KnownEnd | undefined {
	if (end) return known;
	if (!short || rows !== entries.length) return undefined;
	return { rows, isTotalWrong: total > rows, localTime: now };
}
