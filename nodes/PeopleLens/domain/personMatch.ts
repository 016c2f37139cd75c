import { samePerson } from './identity';

/** Whom an email means among some users: one of them, nobody, or several who can't be told apart. */
export type PersonMatch<User> =
	{ kind: 'found'; user: User } | { kind: 'none' } | { kind: 'doubt'; reason: string };

/**
 * The one of some users whom an email means: who is written exactly so, or else the only one who
 * differs in capitals, or in another way that makes no second person.
 * @param users each of them once
 */
export function matchPerson<User extends { email: string }>(
	users: readonly User[],
	email: string,
): PersonMatch<User> {
	const same = users.filter((user) => samePerson(user.email, email));
	const exact = same.filter((user) => user.email.trim() === email.trim());
	const [user, ...more] = exact.length > 0 ? exact : same;
	if (!user) return { kind: 'none' };
	if (more.length === 0) return { kind: 'found', user };
	return {
		kind: 'doubt',
		reason: `PeopleLens has ${more.length + 1} users with the email '${email.trim()}', however it is written`,
	};
}
