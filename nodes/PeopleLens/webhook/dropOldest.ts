/** Bounds a collection. Maps and sets keep the order in which their entries came. */
export function dropOldest(entries: Set<string> | Map<string, unknown>, capacity: number): void {
	for (const oldest of entries.keys()) {
		if (entries.size <= capacity) return;
		entries.delete(oldest);
	}
}
