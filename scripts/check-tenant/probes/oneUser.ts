import type { Facts } from '../../../sandbox/tenantReport/facts';
import { isRecord, type Reply } from '../http/response';
import { randomUUID } from '../node';
import { errorBodyOf } from './errorBody';
import { textOf } from './rows';
import { USERS, type Session } from './session';

/** One user by ID: the form of the answer, and what IDs get that nobody has. */
export async function probeOneUser(session: Session): Promise<void> {
	const { facts, client } = session;
	const id = session.people.find((person) => person.id !== undefined)?.id;
	if (id !== undefined) {
		const reply = await client.send({ path: userPath(id) });
		facts.userAnswer = wrappingOf(reply);
		const answered = unwrap(reply)?.id;
		if (answered !== undefined) facts.otherUserAnswered = textOf(answered) !== id;
	}
	if (facts.userListAnswer !== 'list') return;
	const unknown = await client.send({ path: userPath(randomUUID()) });
	facts.unknownUserStatus = unknown.kind === 'response' ? unknown.status : null;
	facts.errorBody = errorBodyOf(unknown);
	const odd = await client.send({ path: userPath('no-such-user') });
	facts.oddUserIdStatus = odd.kind === 'response' ? odd.status : null;
}

export function userPath(id: string): string {
	return `${USERS}/${encodeURIComponent(id)}`;
}

/** Where in an answer the user stands; null when there was no good answer. */
export function wrappingOf(reply: Reply): Facts['userAnswer'] {
	if (reply.kind === 'silence' || reply.status < 200 || reply.status >= 300) return null;
	const { json } = reply;
	if (!isRecord(json)) return 'other';
	if (textOf(json.id) !== undefined) return 'bare';
	if (isRecord(json.data) && textOf(json.data.id) !== undefined) return 'data';
	return isRecord(json.user) && textOf(json.user.id) !== undefined ? 'user' : 'other';
}

/** The user in an answer, wherever it stands. */
export function unwrap(reply: Reply): Record<string, unknown> | undefined {
	const wrapping = wrappingOf(reply);
	const json = reply.kind === 'response' && isRecord(reply.json) ? reply.json : {};
	if (wrapping === 'bare') return json;
	const inner = wrapping === 'data' || wrapping === 'user' ? json[wrapping] : undefined;
	return isRecord(inner) ? inner : undefined;
}
