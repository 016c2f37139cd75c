import { ROLES, sameRole } from '../../../nodes/PeopleLens/domain/roles';
import type { Facts } from '../../../sandbox/tenantReport/facts';
import { isRecord, isRejected } from '../http/response';
import { answerOf, dataOf, idKind, type Person } from './rows';
import type { Session, UserPage } from './session';

/** Asked for one after the other, until one is accepted; the package asks for the first, fourth and sixth. */
const LIMITS = [10_000, 1_000, 500, 250, 200, 100, 50, 25];

/** The list of users: its form, its largest limit, and what other parameters do. */
export async function probeUserList(session: Session): Promise<void> {
	const { facts } = session;
	const { page, limit } = await longestList(session);
	facts.userListAnswer = answerOf(page.reply);
	facts.userListStatus = page.reply.kind === 'response' ? page.reply.status : null;
	const { people } = page;
	if (!people) return;
	facts.usersMaxLimit = limit === LIMITS[0] ? 'none' : limit;
	if (people.length === 0) return;
	session.people = people;
	describePeople(facts, dataOf(page.reply) ?? [], people);

	const byDefault = (await session.users({})).people ?? [];
	if (byDefault.length > 0 && byDefault.length < people.length) {
		facts.userDefaultLimit = byDefault.length;
	}
	if (people.length > 1) {
		const one = await session.users({ limit: 1 });
		if (one.people) facts.userLimit = one.people.length === 1 ? 'honoured' : 'ignored';
	}
	const unknown = await session.users({ limit: 1, check_tenant: 'yes' });
	if (unknown.people) facts.unknownParameters = 'ignore';
	else facts.unknownParameters = isRejected(unknown.reply) ? 'reject' : 'other';
	if (people.length > 2) {
		facts.userOffset = offsetOf(people, await session.users({ limit: 2, offset: 1 }));
	}
}

async function longestList(session: Session): Promise<{ page: UserPage; limit: number }> {
	for (const limit of LIMITS) {
		const page = await session.users({ limit });
		const isForbidden =
			page.reply.kind === 'response' && [401, 403, 404].includes(page.reply.status);
		const isLast = limit === LIMITS.at(-1);
		if (!isRejected(page.reply) || isForbidden || isLast) return { page, limit };
	}
	throw new RangeError('There is no limit to ask for');
}

function describePeople(facts: Facts, data: unknown[], people: Person[]): void {
	facts.userIds = idKind(data);
	facts.inactiveListed = people.some(({ active }) => !active);
	const roles = people.flatMap(({ role }) => role ?? []);
	const told = data.filter((user) => isRecord(user) && user.role !== undefined).length;
	facts.unknownRoles =
		roles.length < told || roles.some((role) => !ROLES.some((known) => sameRole(known, role)));
}

function offsetOf(all: Person[], { reply, people }: UserPage): Facts['userOffset'] {
	if (!people) return isRejected(reply) ? 'rejected' : 'other';
	const id = people[0]?.id;
	if (id === undefined) return 'other';
	if (id === all[0].id) return 'ignored';
	return id === all[1].id ? 'works' : 'other';
}
