import { isRecord, type Reply, type Response } from '../http/response';
import { randomUUID } from '../node';
import { unwrap, userPath, wrappingOf } from './oneUser';
import { dataOf, textOf } from './rows';
import { timeOf } from './timestamp';
import { DATE_STEP_MS, roundSeconds } from './transport';
import { PAGE_LIMIT, USERS, type LeftOver, type Session, type WriteOutcome } from './session';

/**
 * Invites a person, finds, invites again, deactivates, reads, and deactivates again. Nobody is
 * touched who was there before: without a look-up that surely works, nothing is sent.
 */
export async function probeWrite(session: Session, email: string): Promise<void> {
	try {
		session.written = await playThrough(session, email);
	} finally {
		session.written ??= 'notSafe';
	}
}

async function playThrough(session: Session, email: string): Promise<WriteOutcome> {
	const { client, facts } = session;
	const { emailFilter } = facts;
	const isClear = emailFilter !== null && !['ignored', 'findsNothing'].includes(emailFilter);
	const before = isClear ? await lookUp(session, email) : undefined;
	// Up to thirteen requests follow, and none of them may be the one that is no longer allowed.
	if (!before || client.left < 18) return 'notSafe';
	if (before.length > 0) return 'alreadyThere';

	// Only who carries this name is the person that was invited here.
	const last_name = `Tenant ${randomUUID().slice(0, 8)}`;
	const person = { email, first_name: 'Check', last_name, role: 'Interviewer' };
	// From here on, whatever breaks off leaves somebody invited.
	session.written = 'leftInvited';
	const invited = await client.send({ method: 'POST', path: USERS, body: person });
	if (invited.kind === 'silence' || invited.status >= 500) return 'leftInvited';
	facts.createStatus = invited.status;
	if (invited.status >= 300) return 'refused';
	facts.createAnswer = wrappingOf(invited);

	const found = await lookUp(session, email);
	if (found) facts.invitedListed = found.length > 0;
	const id = invitedId(invited, person);
	if (id === undefined) return 'leftInvited';
	await tryAgain(session, { ...person, id });
	await findLog(session, id, invited);
	await deactivateOthers(session);
	return await deactivate(session, id, email);
}

/** The users with this e-mail, capitals aside; undefined when PeopleLens did not answer with a list. */
async function lookUp(session: Session, email: string) {
	const { people } = await session.lookUp(email);
	return people?.filter((person) => sameAddress(person.email, email));
}

const sameAddress = (a: string | undefined, b: string) => a?.toLowerCase() === b.toLowerCase();

/**
 * The ID to deactivate: only one that PeopleLens names together with this very address, and with
 * this very name or as new. It may have answered with somebody who was there before.
 */
function invitedId(reply: Response, person: Record<'email' | 'first_name' | 'last_name', string>) {
	const { id, email, first_name, last_name } = unwrap(reply) ?? {};
	if (typeof email !== 'string' || !sameAddress(email, person.email)) return undefined;
	const namesNobody = first_name === undefined && last_name === undefined;
	const isOurs = first_name === person.first_name && last_name === person.last_name;
	return isOurs || (namesNobody && reply.status === 201) ? textOf(id) : undefined;
}

/** The same invitation once more, and one that lacks its email: both should be turned down. */
async function tryAgain(session: Session, person: Invited): Promise<void> {
	const { facts } = session;
	const again = await inviteAgain(session, person, 'again');
	if (again.kind === 'response') facts.conflictStatus = again.status;
	const invalid = await inviteAgain(session, person, 'withoutEmail');
	if (invalid.kind === 'response') facts.invalidStatus = invalid.status;
}

async function inviteAgain(session: Session, person: Invited, attempt: LeftOver['attempt']) {
	const { email, first_name, last_name, role } = person;
	const names = { first_name, last_name, role };
	const body = attempt === 'again' ? { email, ...names } : names;
	// Until it is known, and whatever breaks off, there may be somebody.
	const unknown: LeftOver = { attempt };
	session.left.push(unknown);
	const reply = await session.client.send({ method: 'POST', path: USERS, body });
	const others = await othersMade(session, person, attempt, reply);
	session.left = [...session.left.filter((one) => one !== unknown), ...others];
	return reply;
}

/** Nobody else in the tenant has this name: a part of it was made up by this very check. */
type Invited = Record<'id' | 'email' | 'first_name' | 'last_name' | 'role', string>;

/** Whom an invitation has made that should have been turned down: by its answer, or by the list. */
async function othersMade(
	session: Session,
	person: Invited,
	attempt: LeftOver['attempt'],
	reply: Reply,
): Promise<LeftOver[]> {
	if (reply.kind === 'response' && reply.status >= 300 && reply.status < 500) return [];
	const answered = unwrap(reply);
	if (answered && textOf(answered.id) === person.id) return [];
	const known = session.left.map(({ id }) => id);
	const named = answered && isNamed(answered, person) ? textOf(answered.id) : undefined;
	if (named !== undefined) return known.includes(named) ? [] : [{ attempt, id: named }];

	const limit = longestLimit(session);
	const { reply: list } =
		attempt === 'again' ? await session.lookUp(person.email) : await session.users({ limit });
	const rows = dataOf(list)?.filter(isRecord) ?? [];
	const ids = rows.filter((row) => isNamed(row, person)).flatMap((row) => textOf(row.id) ?? []);
	const others = ids.filter((id) => id !== person.id && !known.includes(id));
	if (others.length > 0) return others.map((id) => ({ attempt, id }));
	// A list that is whole and shows the invited person by name would show another one as well.
	const isWhole = attempt === 'again' || (session.facts.usersCap === 'none' && rows.length < limit);
	return ids.includes(person.id) && isWhole ? [] : [{ attempt }];
}

const longestLimit = ({ facts: { usersMaxLimit } }: Session) =>
	typeof usersMaxLimit === 'number' ? usersMaxLimit : 10_000;

const isNamed = (
	user: Record<string, unknown>,
	{ first_name, last_name }: Pick<Invited, 'first_name' | 'last_name'>,
) => user.first_name === first_name && user.last_name === last_name;

/** Those who were surely made by this check; of whoever is left, a person is told. */
async function deactivateOthers(session: Session): Promise<void> {
	for (const one of [...session.left]) {
		if (one.id === undefined) continue;
		const reply = await session.client.send({ method: 'DELETE', path: userPath(one.id) });
		const isGone = reply.kind === 'response' && reply.status < 300;
		if (isGone) session.left = session.left.filter((other) => other !== one);
	}
}

/** An event whose true time is known shows how its date and the `Date` header agree. */
async function findLog(session: Session, id: string, invited: Response): Promise<void> {
	const { facts } = session;
	const since = new Date(newestTime(session) - 1_000).toISOString();
	const { reply, rows = [] } = await session.auditLogs({ limit: PAGE_LIMIT, offset: 0, since });
	const data = dataOf(reply);
	const log = data?.find((row) => isRecord(row) && textOf(row.entity_id) === id);
	if (log) facts.invitationLogged = true;
	// A full page may have left it out.
	else if (data && rows.length < session.pageLength) facts.invitationLogged = false;
	const time = isRecord(log) ? timeOf(log.created_at) : undefined;
	if (invited.date !== undefined && time !== undefined) {
		facts.eventsAheadOfDateSeconds = roundSeconds(time - invited.date - DATE_STEP_MS);
	}
}

/** By the clock that dates events, which may not be that of the `Date` header. In ms. */
function newestTime({ recent, client }: Session): number {
	const times = recent.flatMap(({ time }) => time ?? []);
	return times.length > 0 ? Math.max(...times) : client.time.now() - 24 * 60 * 60_000;
}

async function deactivate(session: Session, id: string, email: string): Promise<WriteOutcome> {
	const { client, facts } = session;
	const first = await client.send({ method: 'DELETE', path: userPath(id) });
	if (first.kind === 'silence') return 'leftInvited';
	facts.deleteStatus = first.status;
	facts.deleteBody = deleteBody(first);
	if (first.status >= 300) return 'leftInvited';
	session.written = 'deactivated';

	const gone = await client.send({ path: userPath(id) });
	if (gone.kind === 'response') facts.deactivatedUserGet = gone.status;
	const listed = await lookUp(session, email);
	if (listed) {
		facts.deactivatedListed = listed.some(({ active }) => active);
		facts.inactiveListed ||= listed.some(({ active }) => !active);
	}
	const second = await client.send({ method: 'DELETE', path: userPath(id) });
	if (second.kind === 'response') facts.deactivatedUserDelete = second.status;
	return 'deactivated';
}

function deleteBody(reply: Reply): 'empty' | 'success' | 'other' | null {
	if (reply.kind === 'silence') return null;
	if (reply.body === 'empty') return 'empty';
	return isRecord(reply.json) && reply.json.success === true ? 'success' : 'other';
}
