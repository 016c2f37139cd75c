/** The outcome of a benchmark as lines for a terminal and as a section of docs/benchmarks.md. */
import { formatTable, type Columns } from '../../test/e2e/harness/table';

interface Goal {
	what: string;
	value: number;
	isMet: (value: number) => boolean;
	/** What would be good, such as ≤ 103. */
	goal: string;
}

export const atMost = (what: string, value: number, most: number): Goal => ({
	what,
	value,
	isMet: (measured) => measured <= most,
	goal: `≤ ${inWords(most)}`,
});

export const atLeast = (what: string, value: number, least: number): Goal => ({
	what,
	value,
	isMet: (measured) => measured >= least,
	goal: `≥ ${inWords(least)}`,
});

/** What something takes without this package and with it, in ms. */
export interface Bar {
	what: string;
	theirs: number;
	ours: number;
}

/** A benchmark's outcome, whatever its rows are. */
export interface Outcome {
	title: string;
	/** How it is measured. */
	about: string;
	headings: string[];
	/** What stands in each column. */
	rows: string[][];
	goals: Goal[];
	/** What belongs into the picture of the main figures. */
	bars?: Bar[];
}

/** Puts rows into columns. */
export function tabulate<Row>(
	columns: Columns<Row>,
	rows: Row[],
): Pick<Outcome, 'headings' | 'rows'> {
	const cells = rows.map((row) => Object.values(columns).map((cell) => String(cell(row))));
	return { headings: Object.keys(columns), rows: cells };
}

export const toLines = ({ title, headings, rows, goals }: Outcome): string[] => [
	'',
	title,
	'',
	...formatTable(rows, columnsOf(headings)),
	'',
	...goals.map((goal) => `  ${describeGoal(goal)}`),
];

const columnsOf = (headings: string[]): Columns<string[]> =>
	Object.fromEntries(headings.map((heading, column) => [heading, (row) => row[column]]));

/** @param name of the benchmark, by which the section is found again */
export function toSection(
	name: string,
	{ title, about, headings, rows, goals }: Outcome,
	rounds: number,
): string {
	const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
	const date = new Date().toISOString().slice(0, 10);
	return [
		`<!-- ${name} -->`,
		'',
		`## ${title}`,
		'',
		about,
		'',
		row(headings),
		row(headings.map(() => '---')),
		...rows.map(row),
		'',
		`Wanted: ${goals.map(describeGoal).join('; ')}.`,
		'',
		`Measured on ${date}; medians of ${rounds} runs, where there are several.`,
		'',
	].join('\n');
}

/** The sections of a page made of them, by the name of their benchmark. */
export function sectionsIn(page: string): Map<string, string> {
	const [, ...sections] = page.split(/^(?=<!-- \w+ -->$)/m);
	return new Map(
		sections.map((section) => [/\w+/.exec(section)?.[0] ?? '', `${section.trimEnd()}\n`]),
	);
}

const describeGoal = ({ what, value, isMet, goal }: Goal) =>
	`${what} ${goal}: ${inWords(value)}${isMet(value) ? '' : ' (missed)'}`;

const inWords = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(2));
