/** n8n stores items as JSON, by recursion: what is nested deeper ends in an overflow there. */
const DEEPEST = 100;

/** Whether a value that came out of JSON can be an item of n8n. Without recursion. */
export function isShallow(value: unknown): boolean {
	let level = [value];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > DEEPEST) return false;
		level = level.flatMap((one) =>
			typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : [],
		);
	}
	return true;
}
