import type { WantedPerson } from './types';

/** One address, one person: capitals and outer spaces make no second one. */
export const personKey = (email: string) => email.trim().toLowerCase();

/**
 * The input items by person, in the order in which each is named first. An item without an email
 * could be anybody, so it stands for itself.
 */
export function peopleOf(wanted: WantedPerson[]): WantedPerson[][] {
	const people = new Map<string | number, WantedPerson[]>();
	for (const entry of wanted) {
		const key = entry.email === undefined ? entry.item : personKey(entry.email);
		const person = people.get(key);
		if (person) person.push(entry);
		else people.set(key, [entry]);
	}
	return [...people.values()];
}
