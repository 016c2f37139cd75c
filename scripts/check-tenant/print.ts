import type { Facts, Probe } from '../../sandbox/tenantReport/facts';
import type { LeftOver, WriteOutcome } from './probes/session';
import type { Section, Verdict } from './verdicts';

const MARKS: Record<Verdict, string> = { holds: '✓', copes: '~', breaks: '✗', 'not seen': '·' };

const LEGEND = `  ✓ holds      as this package expects it
  ~ differs    but the package copes with it
  ✗ differs    and this breaks something: it says what
  · not seen   this check could not tell`;

const WIDTH = 100;
const INDENT = 36;

const PROGRESS: Record<Probe, string> = {
	pages: 'Reading the audit log',
	limits: 'Trying limits',
	recent: 'Looking for the newest events',
	since: 'Trying dates',
	action: 'Trying actions',
	userList: 'Reading the list of users',
	email: 'Looking up an email',
	oneUser: 'Reading one user',
	unlisted: 'Looking for users who are not listed',
	wrongKey: 'Trying a wrong key',
	watch: 'Watching new events',
	write: 'Inviting and deactivating',
};

export const progressOf = (probe: Probe) => `${PROGRESS[probe]} …\n`;

/** The whole result as text for a terminal. */
export function printReport(sections: Section[], facts: Facts): string {
	const parts = sections
		.filter(({ points }) => points.some(({ verdict }) => verdict !== 'not seen'))
		.map(({ title, points }) => {
			const lines = points.map((point) =>
				line(MARKS[point.verdict], point.title, notSeen(point.verdict) + point.text),
			);
			return [title.toUpperCase(), ...lines].join('\n');
		});
	const hidden = sections
		.filter(({ points }) => points.every(({ verdict }) => verdict === 'not seen'))
		.map(({ title, points }) => line('·', title, `Not seen. ${points[0].text}`));
	return `\n${[LEGEND, ...parts, ...hidden, summary(sections, facts)].join('\n\n')}\n`;
}

const notSeen = (verdict: Verdict) => (verdict === 'not seen' ? 'Not seen. ' : '');

/** The mark, the title, and the text beside it in as many lines as it takes. */
function line(mark: string, title: string, text: string): string {
	const head = `  ${mark} ${title}`;
	const [first = '', ...more] = wrap(text, WIDTH - INDENT);
	const start = head.length < INDENT ? head.padEnd(INDENT) + first : `${head}\n${pad(first)}`;
	return [start, ...more.map(pad)].join('\n');
}

const pad = (text: string) => ' '.repeat(INDENT) + text;

function wrap(text: string, width: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + word.length < width)
			lines.push(`${lines.pop()} ${word}`);
		else lines.push(word);
	}
	return lines;
}

function summary(sections: Section[], { unfinished }: Facts): string {
	const points = sections.flatMap((section) => section.points);
	const count = (wanted: Verdict) => points.filter(({ verdict }) => verdict === wanted).length;
	const broken = points.filter(({ verdict }) => verdict === 'breaks');
	const lines = [
		`${count('holds')} hold, ${count('copes')} differ and the package copes, ${count('breaks')} break something, ${count('not seen')} not seen.`,
	];
	if (broken.length > 0) {
		lines.push(`Please look at: ${broken.map(({ title }) => title).join('; ')}.`);
	}
	if (unfinished && unfinished.length > 0) {
		lines.push(
			`Not finished: ${unfinished.map((probe) => PROGRESS[probe].toLowerCase()).join('; ')}. PeopleLens did not answer, wanted no more requests, or the check has used all it may send.`,
		);
	}
	return lines.join('\n');
}

/** What is left behind in PeopleLens, and what to do about it. */
export function cleanUpOf(outcome: WriteOutcome | undefined, email: string): string {
	switch (outcome) {
		case undefined:
			return 'Nothing was changed.';
		case 'notSafe':
			return `Nothing was changed: looking up an email does not surely work here, so ${email} might belong to somebody, or too few requests were left.`;
		case 'alreadyThere':
			return `Nothing was changed: PeopleLens has a user with the address ${email}. Name an address that nobody uses there.`;
		case 'refused':
			return `Nothing was changed: PeopleLens turned the invitation of ${email} down.`;
		case 'leftInvited':
			return `PLEASE CLEAN UP: ${email} was invited, or may have been, and was not deactivated. Look for "Check Tenant" (${email}) among the users in PeopleLens and deactivate it there. An invitation may lie in that mailbox: ignore it.`;
		case 'deactivated':
			return `${email} was invited and deactivated again. An invitation may lie in that mailbox: ignore it. PeopleLens keeps the deactivated user "Check Tenant"; to remove it for good, look for it in PeopleLens's list of users.`;
	}
}

/** Who else may be left behind in PeopleLens, and what to do about it. */
export function leftOverOf({ attempt, id }: LeftOver, email: string): string {
	const isAgain = attempt === 'again';
	const why = isAgain
		? 'was invited twice, to see what happens'
		: 'was also invited without an email';
	const who = isAgain ? `with the address ${email}` : 'without an email';
	const what =
		id === undefined
			? `PeopleLens did not turn that down, so it may have one more "Check Tenant" now, ${who}`
			: `so PeopleLens has one more "Check Tenant", ${who}, and did not deactivate it (ID ${id})`;
	return `PLEASE CLEAN UP: "Check Tenant" ${why}: ${what}. Look for it among the users in PeopleLens, and deactivate it there.`;
}
