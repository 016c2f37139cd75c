import { breaks, byFact, byValue, copes, holds, type Rule } from './rule';

const FEW = 'The audit log holds too little, or could not be read.';

/** The list of audit logs as such: pages, order, IDs. */
export const auditLog: Rule[] = [
	byValue('sortOrder', 'Order', 'Fewer than six events at different times came.', {
		newest: holds('Newest first.'),
		oldest: holds('Oldest first.'),
		'arbitrary-stable': copes(
			'In no order of time, but always the same one. A check of the trigger reads all that is new before it delivers.',
		),
		unstable: breaks(
			'In another order each time. Where more events are waiting than one page holds, some may be missed.',
		),
	}),
	byFact('pageCap', 'Events in one answer', `${FEW} A cap shows only with more events.`, (cap) => {
		if (cap === 'none') return holds('100 at once, as the API reference says.');
		if (cap === 1) return breaks('One at a time: the package cannot tell where the log ends.');
		return copes(`At most ${cap}, although 100 were asked for. Reading takes more requests.`);
	}),
	byValue('echoedLimit', 'Limit stated in an answer', 'Shows only where pages are capped.', {
		asked: holds('The one that was asked for.'),
		served: holds('The one that PeopleLens made of it.'),
		other: copes('Neither the one that was asked for nor the one served. It is not used.'),
	}),
	byFact('auditLogDefaultLimit', 'Events without a limit', FEW, (limit) =>
		holds(`${limit} come. The package always sends a limit.`),
	),
	byValue('limitAboveMaximum', 'A limit of 101', FEW, {
		rejected: holds('Is turned down, as the API reference says.'),
		cut: holds('Is cut down.'),
		served: holds('Is served. The package asks for 100 at most.'),
		other: copes('Gets an odd answer. The package asks for 100 at most.'),
	}),
	byValue('limitZero', 'A limit of 0', FEW, {
		rejected: holds('Is turned down.'),
		ignored: holds('Is ignored. The package never asks for it.'),
		empty: holds('Gets an empty list. The package never asks for it.'),
		serverError: copes('Makes PeopleLens stumble. The package never asks for it.'),
		other: copes('Gets an odd answer. The package never asks for it.'),
	}),
	byValue('offset', 'Going on to the next page', FEW, {
		works: holds('Works.'),
		ignored: breaks(
			'The same page comes again. Only the first 100 events of each reading are reachable: Get Many and the trigger stop with a message where there are more.',
		),
		rejected: breaks('Is turned down. Readings of more than one page stop with a message.'),
	}),
	byValue('offsetBeyondEnd', 'A page beyond the end', FEW, {
		empty: holds('Is empty.'),
		rejected: copes('Is turned down. The package takes that for the end.'),
		rows: breaks('Holds events all the same. Long readings may stop with a message.'),
		serverError: breaks(
			'Makes PeopleLens stumble. Catching up on many events may stop with a message.',
		),
		other: breaks('Gets an odd answer. Catching up on many events may stop with a message.'),
	}),
	byValue('total', 'Total stated in an answer', FEW, {
		exact: holds('Is right.'),
		missing: copes('Is missing. Catching up on many events takes a few requests more.'),
		noPagination: copes('Is missing. Catching up on many events takes a few requests more.'),
		notANumber: copes('Is not a number. It is not used.'),
		tooLow: copes('Is too low. It is only taken as a hint.'),
		tooHigh: copes('Is too high. It is only taken as a hint.'),
		unfiltered: copes('Counts the whole log, whatever was asked for. It is only taken as a hint.'),
	}),
	byValue('auditLogIds', 'IDs of events', FEW, {
		text: holds('Are texts.'),
		number: copes('Are numbers. The package takes them as texts.'),
		unsafeNumber: copes('Are numbers too large for JSON. Events are recognised by all they say.'),
		missing: copes(
			'Are missing. Events are recognised by all they say; two equal ones count as one.',
		),
		mixed: copes(
			'Are not the same kind throughout. Events without one are recognised by all they say.',
		),
	}),
	byValue('auditLogRepeats', 'Events within one answer', FEW, {
		false: holds('Come once.'),
		true: copes('Come more than once. The package delivers each once.'),
	}),
];
