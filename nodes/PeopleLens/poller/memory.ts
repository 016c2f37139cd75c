import { DIGEST_LENGTH, Ledger } from './ledger';

/**
 * How the ledger is written into a state: short texts, because n8n writes them into its database
 * as JSON.
 */

/** No memory is longer, so what is longer is not even looked at. In characters. */
const MAX_LENGTH = 1_000_000;

const SEEN_ITEM = new RegExp(`^[\\w-]{${DIGEST_LENGTH}}[0-9a-z]{1,11}$`);
const UNDATED_ITEM = new RegExp(`^[\\w-]{${DIGEST_LENGTH}}$`);

interface KeptLedger {
	watermark: number;
	seen: string;
	undated: string;
}

/** Oldest first: each digest, followed by the ms since the one before, in base 36. */
export function encodeSeen(watermark: number, times: ReadonlyMap<string, number>): string {
	let before = watermark;
	return [...times]
		.sort(([, a], [, b]) => a - b)
		.map(([digest, time]) => {
			const item = `${digest}${(time - before).toString(36)}`;
			before = time;
			return item;
		})
		.join(' ');
}

/** @returns undefined for anything that `encodeSeen` doesn't write */
export function decodeSeen(watermark: number, seen: unknown): Map<string, number> | undefined {
	const items = itemsOf(seen, SEEN_ITEM);
	if (items === undefined) return undefined;
	let time = watermark;
	return new Map(
		items.map((item) => {
			time += parseInt(item.slice(DIGEST_LENGTH), 36);
			return [item.slice(0, DIGEST_LENGTH), time];
		}),
	);
}

export const encodeUndated = (digests: readonly string[]): string => digests.join(' ');

/** @returns undefined for anything that `encodeUndated` doesn't write */
export function decodeUndated(undated: unknown): Set<string> | undefined {
	const items = itemsOf(undated, UNDATED_ITEM);
	return items && new Set(items);
}

/** The ledger that a state has kept. */
export function restoreLedger({ watermark, seen, undated }: KeptLedger): Ledger {
	return new Ledger(watermark, decodeSeen(watermark, seen), decodeUndated(undated));
}

function itemsOf(text: unknown, pattern: RegExp): string[] | undefined {
	if (typeof text !== 'string' || text.length > MAX_LENGTH) return undefined;
	const items = text === '' ? [] : text.split(' ');
	return items.every((item) => pattern.test(item)) ? items : undefined;
}
