import { invalidParameter } from './source';
import type { ParameterSource } from './source';

export interface NumberRange {
	min: number;
	max: number;
	/** Fractions are fine. Default: whole numbers only. */
	fractions?: boolean;
	/** A usual value, for the message. */
	example: number;
	/** What to do without it, for the message. Default: remove the option. */
	otherwise?: string;
}

/**
 * A number, or a text that is one.
 * @throws NodeOperationError when it is none, or out of its range
 */
export function requireNumber(
	source: ParameterSource,
	value: unknown,
	displayName: string,
	{ min, max, fractions = false, example, otherwise = 'remove the option' }: NumberRange,
): number {
	const number = toNumber(value);
	const isUsable =
		number !== undefined &&
		number >= min &&
		number <= max &&
		(fractions || Number.isInteger(number));
	if (isUsable) return number;
	const kind = fractions ? 'a number' : 'a whole number';
	throw invalidParameter(
		source,
		`'${displayName}' is not ${kind} ${range(min, max)}`,
		`Enter a number such as ${inWords(example)}, or ${otherwise}.`,
	);
}

/** No more than a number: JavaScript would read `''`, `null`, `true` and `[5]` as numbers, too. */
function toNumber(value: unknown): number | undefined {
	if (typeof value === 'number') return value;
	if (typeof value !== 'string' || value.length > 20) return undefined;
	return /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : undefined;
}

/** A bound that nobody comes near says nothing to a user. */
const BEYOND_USE = 1_000_000;

const range = (min: number, max: number) =>
	max < BEYOND_USE ? `from ${inWords(min)} to ${inWords(max)}` : `of at least ${inWords(min)}`;

const inWords = (number: number) => number.toLocaleString('en-US');
