import { emailKey } from '../domain/identity';
import type { WantedPerson } from './types';

/**
 * The input items by person, in the order in which each is named first. An item without an email
 * could be anybody, so it stands for itself.
 */
export function peopleOf(wanted: WantedPerson[]): WantedPerson[][] {
	const people = new Map<string | number, WantedPerson[]>();
	for (const entry of wanted) {
		const key = keyOf(entry) ?? entry.item;
		const person = people.get(key);
		if (person) person.push(entry);
		else people.set(key, [entry]);
	}
	return [...people.values()];
}

/** Who the list means; undefined where it can't be told. */
export function keyOf({ email }: { email?: string }): string | undefined {
	return email === undefined ? undefined : emailKey(email);
}
