/** n8n stores items as JSON, by recursion: what is nested deeper ends in an overflow there. */
const DEEPEST = 100;

/** More values than any record has: to go through millions would hold up all of n8n. */
const MOST_VALUES = 100_000;

/** Whether a value that came out of JSON can be an item of n8n. Without recursion. */
export function isShallow(value: unknown): boolean {
	let level = [value];
	let count = 0;
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > DEEPEST) return false;
		const next: unknown[] = [];
		for (const one of level) {
			if (typeof one !== 'object' || one === null) continue;
			for (const name in one) {
				if (++count > MOST_VALUES) return false;
				next.push((one as Record<string, unknown>)[name]);
			}
		}
		level = next;
	}
	return true;
}
