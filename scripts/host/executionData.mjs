/**
 * What a node put out, as plain objects.
 * @returns {object[]} the items' `json`, over all runs of the node; empty when it didn't run
 */
export function itemsOf(execution, nodeName) {
	const runs = execution.data.resultData.runData[nodeName] ?? [];
	return runs.flatMap((run) => (run.data?.main?.[0] ?? []).map((item) => item.json));
}

/**
 * Reads the format of the npm package "flatted", in which n8n sends an execution's data: a table of
 * values, in which every text is a reference to a row, and the first row is the whole.
 */
export function parseFlatted(text) {
	const table = JSON.parse(text);
	const known = new Map();
	const resolve = (row) => {
		const value = table[row];
		if (typeof value !== 'object' || value === null) return value;
		if (known.has(row)) return known.get(row);
		const copy = Array.isArray(value) ? [] : {};
		known.set(row, copy);
		for (const [key, entry] of Object.entries(value)) {
			copy[key] = typeof entry === 'string' ? resolve(Number(entry)) : entry;
		}
		return copy;
	};
	return resolve(0);
}
