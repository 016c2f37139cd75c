/** n8n stores items as JSON, by recursion: what is nested deeper ends in an overflow there. */
const DEEPEST = 100;

/** Whether a value that came out of JSON can be an item of n8n. Without recursion. */
export function isShallow(value: unknown): boolean {
	let level = [value];
	for (let depth = 0; level.length > 0; depth++) {
		if (depth > DEEPEST) return false;
		const next: unknown[] = [];
		for (const one of level) {
			for (const name in one as object) addContainer((one as Record<string, unknown>)[name], next);
		}
		level = next;
	}
	return true;
}

function addContainer(value: unknown, containers: unknown[]): void {
	if (typeof value === 'object' && value !== null) containers.push(value);
}
