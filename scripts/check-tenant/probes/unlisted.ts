import { unwrap, userPath } from './oneUser';
import { personOf } from './rows';
import type { Session } from './session';

/** So many people are looked at who did something and are not on the list of users. */
const MAX_PEOPLE = 3;

/**
 * Looks for people whom the audit log names and the list of users does not: either the list is
 * cut, or they were deactivated; the look-up by e-mail tells which.
 */
export async function probeUnlisted(session: Session): Promise<void> {
	const { facts, people, client } = session;
	const length = people.length;
	// A list as long as was asked for ends because of that.
	const isFull = facts.usersMaxLimit === length;
	const listed = new Set(people.map(({ id }) => id));
	const actors = [...new Set([...session.rows.values()].flatMap(({ actorId }) => actorId ?? []))];
	if (length === 0 || actors.length === 0) return;

	let isCut = false;
	let isOpen = false;
	const unlisted = actors.filter((id) => !listed.has(id)).slice(0, MAX_PEOPLE);
	for (const id of unlisted) {
		const reply = await client.send({ path: userPath(id) });
		if (reply.kind === 'silence') continue;
		const user = unwrap(reply);
		if (!user) {
			if (reply.status === 404 || reply.status === 410) facts.deactivatedUserGet ??= reply.status;
			continue;
		}
		const { email } = personOf(user);
		const found =
			email !== undefined && canLookUp(session) ? (await session.lookUp(email)).people : undefined;
		if (!found) isOpen = true;
		else if (found.some((person) => person.id === id)) isCut = true;
		else facts.deactivatedUserGet = reply.status;
	}
	if (isFull) return;
	if (isCut) facts.usersCap = length;
	else if (!isOpen && actors.some((id) => listed.has(id))) facts.usersCap = 'none';
}

function canLookUp({ facts }: Session): boolean {
	return facts.emailFilter !== 'ignored' && facts.emailFilter !== 'findsNothing';
}
