type Pending = { text: string } | { value: unknown };

/**
 * JSON in which the order of the fields means nothing: what says the same gives the same text.
 *
 * Without recursion, because a server may nest deeper than the call stack reaches.
 *
 * @param value parsed JSON
 */
export function canonicalJson(value: unknown): string {
	const parts: string[] = [];
	const pending: Pending[] = [{ value }];
	for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
		if ('text' in next) parts.push(next.text);
		else if (typeof next.value !== 'object' || next.value === null) {
			parts.push(JSON.stringify(next.value) ?? 'null');
		} else {
			// Last in, first out.
			for (const part of partsOf(next.value).reverse()) pending.push(part);
		}
	}
	return parts.join('');
}

function partsOf(value: object): Pending[] {
	if (Array.isArray(value)) {
		const items = (value as unknown[]).flatMap((item) => [{ text: ',' }, { value: item }]);
		return [{ text: '[' }, ...items.slice(1), { text: ']' }];
	}
	const fields = Object.entries(value)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.flatMap(([name, field]) => [
			{ text: ',' },
			{ text: `${JSON.stringify(name)}:` },
			{ value: field as unknown },
		]);
	return [{ text: '{' }, ...fields.slice(1), { text: '}' }];
}
