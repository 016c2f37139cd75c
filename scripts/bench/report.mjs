/** The outcome of a benchmark as lines for a terminal and as a section of docs/benchmarks.md. */
import { table } from '../demo/table.mjs';

/**
 * @typedef {object} Outcome
 * @property {string} name @property {string} title @property {string} about how it is measured
 * @property {Record<string, (row: object) => unknown>} columns
 * @property {object[]} rows
 * @property {[string, number, (value: number) => boolean, string][]} wanted what, its value, whether
 *   that is good, and what would be
 */

/** @param {Outcome} outcome */
export const lines = ({ title, columns, rows, wanted }) => [
	'',
	title,
	'',
	...table(rows, columns, Infinity),
	'',
	...wanted.map((entry) => `  ${inWords(entry)}`),
];

/** @param {Outcome} outcome */
export function section({ title, about, columns, rows, wanted }) {
	const headings = Object.keys(columns);
	const row = (cells) => `| ${cells.join(' | ')} |`;
	return [
		`## ${title}`,
		'',
		about,
		'',
		row(headings),
		row(headings.map(() => '---')),
		...rows.map((entry) => row(headings.map((name) => columns[name](entry)))),
		'',
		`Wanted: ${wanted.map(inWords).join('; ')}.`,
		'',
	];
}

const inWords = ([what, value, isGood, good]) =>
	`${what} ${good}: ${Number.isInteger(value) ? value : value.toFixed(2)}${isGood(value) ? '' : ' (missed)'}`;
