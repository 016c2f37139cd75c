/** The records of one kind, in the order in which they came. */
export class Records<Row extends { id: string | number }> {
	#byId = new Map<string, Row>();

	/** @throws {RangeError} when the ID is taken */
	add(row: Row): Row {
		const key = String(row.id);
		if (this.#byId.has(key)) throw new RangeError(`There is a record ${key} already`);
		this.#byId.set(key, row);
		return row;
	}

	get(id: string): Row | undefined {
		return this.#byId.get(id);
	}

	all(): Row[] {
		return [...this.#byId.values()];
	}

	remove(id: string | number): boolean {
		return this.#byId.delete(String(id));
	}

	get size(): number {
		return this.#byId.size;
	}
}
