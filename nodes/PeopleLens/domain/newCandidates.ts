import groupBy from 'lodash/groupBy';
import isEqual from 'lodash/isEqual';

import { emailKey } from './identity';
import { isSameInForm } from './sameInForm';

interface Wanted {
	email: string;
	[field: string]: unknown;
}

interface Created {
	id: string;
	[field: string]: unknown;
}

/** What was asked for: by its place, or by their places where the same was asked for several times. */
type Places = number[];

/**
 * Which record is whose, where the answer may come in any order, have somebody left out or spell a
 * name in another way. A record that could be another one's is nobody's.
 * @returns for each that was wanted their record; `none` where there is none, or `doubt` where there
 * are some that can't be told apart
 */
export function pairUp<Row extends Created>(
	wanted: readonly Wanted[],
	created: readonly Row[],
): Array<Row | 'none' | 'doubt'> {
	const pairs: Array<Row | 'none' | 'doubt'> = wanted.map(() => 'none');
	const rows = groupBy(created, ({ email }) => keyOf(email));
	for (const places of Object.values(
		groupBy([...wanted.keys()], (at) => keyOf(wanted[at].email)),
	)) {
		const records = Object.values(groupBy(rows[keyOf(wanted[places[0]].email)], 'id'));
		pairGroup(wanted, equalOnes(wanted, places), records, pairs);
	}
	return pairs;
}

/** @param records those with the email of the group, each with all that was answered of it */
function pairGroup<Row extends Created>(
	wanted: readonly Wanted[],
	group: Places[],
	records: Row[][],
	pairs: Array<Row | 'none' | 'doubt'>,
): void {
	const certain = new Map(group.map((places) => [places, [] as Row[][]]));
	let unclear: Row[][] = [];
	for (const record of records) {
		const owners = group.filter(([place]) => record.some((row) => fits(wanted[place], row)));
		if (owners.length === 1) certain.get(owners[0])?.push(record);
		else unclear.push(record);
	}
	const open = group.filter((places) => (certain.get(places)?.length ?? 0) < places.length);
	// Everybody else has theirs, so the rest is theirs, whatever the name.
	const isLast = open.length === 1 && records.length === group.flat().length;
	if (isLast) {
		certain.get(open[0])?.push(...unclear);
		unclear = [];
	}
	for (const [places, own] of certain) {
		places.forEach((place, index) => {
			const [row] = own[index] ?? [];
			if (own.length > places.length) pairs[place] = 'doubt';
			else pairs[place] = row ?? (unclear.length > 0 ? 'doubt' : 'none');
		});
	}
}

/** What is not told contradicts nothing. */
const fits = (asked: Wanted, row: Created) =>
	Object.keys(asked)
		.filter((field) => field !== 'email' && (row[field] ?? '') !== '')
		.every((field) => isSameInForm(asked[field], row[field]));

const keyOf = (email: unknown) => (typeof email === 'string' ? (emailKey(email) ?? '') : '');

function equalOnes(wanted: readonly Wanted[], places: Places): Places[] {
	const groups: Places[] = [];
	for (const place of places) {
		const group = groups.find(([first]) => isEqual(wanted[first], wanted[place]));
		if (group) group.push(place);
		else groups.push([place]);
	}
	return groups;
}
