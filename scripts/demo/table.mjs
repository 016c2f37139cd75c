/**
 * Lines of a plain table.
 * @param {object[]} rows
 * @param {Record<string, (row: object) => unknown>} columns heading → what to show
 * @param {number} limit rows shown; the rest is counted in a last line
 * @returns {string[]}
 */
export function table(rows, columns, limit = 10) {
	const headings = Object.keys(columns);
	const shown = rows.slice(0, limit);
	const cells = shown.map((row) => headings.map((name) => String(columns[name](row) ?? '')));
	const widths = headings.map((name, i) =>
		Math.max(name.length, ...cells.map((row) => row[i].length)),
	);
	const line = (row) =>
		row
			.map((cell, i) => cell.padEnd(widths[i]))
			.join('  ')
			.trimEnd();
	const lines = [headings, widths.map((width) => '-'.repeat(width)), ...cells].map(line);
	if (rows.length > limit) lines.push(`… and ${rows.length - limit} more`);
	return lines;
}
