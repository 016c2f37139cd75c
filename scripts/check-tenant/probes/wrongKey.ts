import { errorBodyOf } from './errorBody';
import { USERS, type Session } from './session';

/** What a key gets that PeopleLens doesn't know. Asked last, should PeopleLens take it amiss. */
export async function probeWrongKey({ client, facts }: Session): Promise<void> {
	const apiKey = 'dummy-api-key-nobody-has';
	const reply = await client.send({ path: USERS, query: { limit: 1 }, apiKey });
	if (reply.kind === 'silence') return;
	facts.wrongKeyStatus = reply.status;
	facts.wrongKeyBody = errorBodyOf(reply);
	facts.errorBody ??= facts.wrongKeyBody;
}
