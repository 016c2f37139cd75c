import type { Behaviour } from '../behaviour';
import { Refusal } from './answer';
import { Body } from './body';

/** What a field of a body must be. */
type Kind = 'text' | 'boolean' | 'object' | 'time';

const FITS: Record<Kind, (value: unknown) => boolean> = {
	text: (value) => typeof value === 'string',
	boolean: (value) => typeof value === 'boolean',
	object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
	time: (value) => typeof value === 'string' && /^\d{4}-.*T.*(Z|[+-]\d\d:?\d\d)$/.test(value),
};

/**
 * The fields of a body, each checked. A `*` in front of the kind makes a field a required one.
 * @throws {Refusal} 400 for a body that is no object, `invalidStatus` for its fields
 */
export function readFields<Name extends string>(
	body: Body,
	kinds: Record<Name, Kind | `*${Kind}`>,
	{ invalidStatus, unknownParameters }: Behaviour,
): Partial<Record<Name, never>> {
	const invalid = (message: string) => new Refusal(invalidStatus, message);
	const names = Object.keys(kinds) as Name[];
	const unknown = body.names().find((name) => !names.some((known) => known === name));
	if (unknown !== undefined && unknownParameters === 'reject') {
		throw invalid(`Unknown field "${unknown}"`);
	}
	const found: Array<[string, unknown]> = [];
	for (const name of names) {
		const kind = kinds[name].replace('*', '') as Kind;
		const value = body.get(name);
		if (value === undefined) {
			if (kinds[name].startsWith('*')) throw invalid(`${name} is required`);
			continue;
		}
		const isEmpty = kinds[name].startsWith('*') && value === '';
		if (!FITS[kind](value) || isEmpty) throw invalid(`${name} must be a ${kind}`);
		found.push([name, value]);
	}
	return Object.fromEntries(found) as Partial<Record<Name, never>>;
}
