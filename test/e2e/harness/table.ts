/** What stands in a column of a row. */
export type Columns<Row> = Record<string, (row: Row) => unknown>;

/**
 * Lines of a plain table.
 * @param limit rows shown; the others are counted in a last line
 */
export function formatTable<Row>(rows: Row[], columns: Columns<Row>, limit = Infinity): string[] {
	const headings = Object.keys(columns);
	const cells = rows
		.slice(0, limit)
		.map((row) => Object.values(columns).map((cell) => String(cell(row) ?? '')));
	const widths = headings.map((name, column) =>
		Math.max(name.length, ...cells.map((row) => row[column].length)),
	);
	const line = (row: string[]) =>
		row
			.map((cell, column) => cell.padEnd(widths[column]))
			.join('  ')
			.trimEnd();
	const lines = [headings, widths.map((width) => '-'.repeat(width)), ...cells].map(line);
	if (rows.length > limit) lines.push(`… and ${rows.length - limit} more`);
	return lines;
}
