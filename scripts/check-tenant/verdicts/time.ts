import { breaks, byFact, byValue, copes, holds, type Rule } from './rule';

/** The trigger's default for 'Overlap (Minutes)', in seconds. */
const OVERLAP_SECONDS = 5 * 60;

/** Dates, clocks and lateness: what the trigger's promise stands on. */
export const time: Rule[] = [
	byValue('createdAt', 'Dates of events', 'No event came.', {
		utcMilliseconds: holds('Are written as the API reference shows them.'),
		utc: copes(
			'Are in UTC, but written otherwise than the API reference shows, such as with more or fewer digits.',
		),
		offset: copes('Say their time zone in numbers, such as +00:00. They are read with it.'),
		noZone: copes(
			'Carry no time zone. They are read as UTC; if they are not, Since and Until are hours off.',
		),
		epoch: copes('Are numbers. They are read as seconds or milliseconds since 1970.'),
		other: breaks(
			'Cannot be read. Events are still delivered once, but Since, Until and Ignore Older Than cannot judge them, and of more than 4,000 at once, the others wait until PeopleLens no longer lists these.',
		),
		mixed: copes(
			'Are written in several ways. One that cannot be read is delivered once, but not judged by Since and Until.',
		),
	}),
	{
		id: 'lateness',
		title: 'Events that show up late',
		notSeen: 'Needs some minutes and new events meanwhile: --watch-minutes 5.',
		judge: ({ lateShare, lateBySeconds }) => {
			if (lateShare === null) return undefined;
			if (lateShare === 'none') return holds('None, for as long as this check watched.');
			const which = lateShare === 'all' ? 'All new events' : 'Some events';
			const late = `${which} showed up to ${lateBySeconds ?? 0} seconds after the time they carry.`;
			return (lateBySeconds ?? 0) < OVERLAP_SECONDS
				? copes(`${late} The trigger looks back five minutes ("Overlap").`)
				: breaks(
						`${late} The trigger looks back five minutes and would miss such events: raise "Overlap" in its options.`,
					);
		},
	},
	byValue('dateHeader', 'The time that answers state', 'No answer came.', {
		on: holds('Is there.'),
		off: copes('Is missing. The trigger goes by the dates of events and by the clock of n8n.'),
	}),
	byFact('clockAheadSeconds', "PeopleLens's clock", 'Answers state no time.', (seconds) => {
		if (seconds === 0) return holds("Agrees with this computer's.");
		const where = seconds > 0 ? 'ahead of' : 'behind';
		return copes(
			`Is ${Math.abs(seconds)} seconds ${where} this computer's. The trigger does not need them to agree.`,
		);
	}),
	byFact(
		'eventsAheadOfDateSeconds',
		'Dates of events and its clock',
		'Needs an event whose true time is known: --write.',
		(seconds) => {
			if (seconds === 0) return holds('Agree.');
			const where = seconds > 0 ? 'ahead of' : 'behind';
			return copes(
				`Are ${Math.abs(seconds)} seconds or so ${where} it. The trigger goes by the earlier of the two.`,
			);
		},
	),
];
