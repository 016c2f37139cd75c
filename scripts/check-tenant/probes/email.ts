import { randomUUID } from '../node';
import { swapCase } from './action';
import { oddValue } from './limits';
import type { Session } from './session';

/** Whether `email` filters, and how it compares. */
export async function probeEmail(session: Session): Promise<void> {
	const { facts, people } = session;
	const listed = people.find(({ email }) => email !== undefined)?.email;
	if (listed === undefined) return;
	const nobody = `check-${randomUUID()}@nobody.invalid`;
	const none = await session.lookUp(nobody);
	facts.emailUnknown = oddValue(none.reply, none.people?.length, people.length);
	if (facts.emailUnknown === 'ignored') {
		facts.emailFilter = 'ignored';
		return;
	}
	if (!(await finds(session, listed, listed))) {
		facts.emailFilter = 'findsNothing';
		return;
	}
	const other = swapCase(listed);
	const ignoresCase = other !== listed && (await finds(session, other, listed));
	// Cut in front, it is still an address: `ada@acme.com` → `da@acme.com`.
	const part = listed.slice(1);
	if (!part.startsWith('@') && (await finds(session, part, listed))) facts.emailFilter = 'contains';
	else facts.emailFilter = ignoresCase ? 'ignoreCase' : 'exact';
}

async function finds(session: Session, email: string, listed: string): Promise<boolean> {
	const { people = [] } = await session.lookUp(email);
	return people.some((person) => person.email === listed);
}
