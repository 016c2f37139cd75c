/** What is still to be written: punctuation as it is, or a value. */
type Pending = { text: string } | { value: unknown };

const COMMA = { text: ',' };

/**
 * JSON in which the order of the fields means nothing: what says the same gives the same text.
 *
 * Without recursion, because a server may nest deeper than the call stack reaches.
 *
 * @param value parsed JSON
 */
export function canonicalJson(value: unknown): string {
	const parts: string[] = [];
	// Last in, first out.
	const pending: Pending[] = [{ value }];
	for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
		if ('text' in next) parts.push(next.text);
		else if (typeof next.value !== 'object' || next.value === null) {
			parts.push(JSON.stringify(next.value) ?? 'null');
		} else if (Array.isArray(next.value)) {
			parts.push('[');
			pushItems(next.value, pending);
		} else {
			parts.push('{');
			pushFields(next.value, pending);
		}
	}
	return parts.join('');
}

function pushItems(items: unknown[], pending: Pending[]): void {
	pending.push({ text: ']' });
	for (let index = items.length - 1; index >= 0; index--) {
		pending.push({ value: items[index] });
		if (index > 0) pending.push(COMMA);
	}
}

function pushFields(value: object, pending: Pending[]): void {
	pending.push({ text: '}' });
	const fields = Object.entries(value).sort(([a], [b]) => (a < b ? 1 : -1));
	fields.forEach(([name, field], index) => {
		const comma = index < fields.length - 1 ? ',' : '';
		pending.push({ value: field as unknown }, { text: `${comma}${JSON.stringify(name)}:` });
	});
}
