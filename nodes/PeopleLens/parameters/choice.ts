import type { IDataObject } from 'n8n-workflow';

import { invalidParameter, isAdded } from './source';
import type { ParameterSource } from './source';

/**
 * Whether something is switched on; an expression may give the word instead of the value.
 * @throws NodeOperationError when it says neither yes nor no
 */
export function requireBoolean(
	source: ParameterSource,
	value: unknown,
	displayName: string,
): boolean {
	if (value === true || value === 'true') return true;
	if (value === false || value === 'false') return false;
	throw invalidParameter(
		source,
		`'${displayName}' is neither on nor off`,
		`Switch it by hand, or check that the expression in '${displayName}' returns true or false.`,
	);
}

/**
 * What was chosen from a dropdown, or what an expression gives in its place.
 * @throws NodeOperationError when it is none of the choices
 */
export function requireChoice<Choice extends string>(
	source: ParameterSource,
	value: unknown,
	displayName: string,
	choices: readonly Choice[],
): Choice {
	const choice = choices.find((candidate) => candidate === value);
	if (choice !== undefined) return choice;
	throw invalidParameter(
		source,
		`'${displayName}' is not one of its options`,
		`Choose from the list, or check that the expression in '${displayName}' returns one of ${choices.join(', ')}.`,
	);
}

/** What an option that was added gives, or what holds without it. */
export function optionOr<Value>(
	options: IDataObject,
	name: string,
	otherwise: Value,
	read: (value: unknown) => Value,
): Value {
	return isAdded(options, name) ? read(options[name]) : otherwise;
}
