import { breaks, byValue, copes, holds, type Rule } from './rule';

const FEW = 'The audit log holds too little, or could not be read.';

/** `since` and `action` of the audit log. */
export const filters: Rule[] = [
	byValue('sinceInclusive', 'Events since a moment', `${FEW} It takes a suitable recent event.`, {
		true: holds('Include those of that very moment.'),
		false: holds('Leave out those of that very moment.'),
	}),
	byValue('sincePrecision', 'Exactness of that moment', `${FEW} It takes suitable recent events.`, {
		millisecond: holds('To the millisecond.'),
		second: copes('Rounded to the second. The trigger asks from one second earlier anyway.'),
		secondDown: copes('To the second it lies in. What comes too much is recognised.'),
		secondUp: copes('To the next second. The trigger asks from one second earlier anyway.'),
		coarser: copes(
			'More coarsely than to the second. What comes too much is recognised, at the price of more requests.',
		),
		ignored: breaks(
			'Not at all: the whole log comes. Each check of the trigger reads everything, which gets slower from month to month.',
		),
		other: breaks(
			'In a way that leaves out events which belong to the answer. The trigger may miss events.',
		),
	}),
	byValue('sinceInvalid', 'A date that is none', FEW, {
		rejected: holds('Is turned down.'),
		ignored: holds('Is ignored. The package only sends valid dates.'),
		empty: holds('Gets an empty list. The package only sends valid dates.'),
		serverError: copes('Makes PeopleLens stumble. The package only sends valid dates.'),
		other: copes('Gets an odd answer. The package only sends valid dates.'),
	}),
	byValue('actionFilter', 'Asking for one action', `${FEW} It takes two different actions.`, {
		filters: holds('Gets events of that action only.'),
		ignored: copes(
			'Gets all events. The package leaves out the others itself, at the price of more requests.',
		),
		findsNothing: breaks(
			'Gets nothing, although there are such events. A trigger or Get Many with a single action delivers nothing; choose two or more.',
		),
	}),
	byValue('actionCase', 'Capitals in an action', `${FEW} It takes two different actions.`, {
		exact: holds('Matter.'),
		ignoreCase: copes('Do not matter to PeopleLens; the package compares them exactly.'),
		rejected: holds('Matter: another spelling is turned down.'),
	}),
	byValue(
		'actionUnknown',
		'An action that nobody knows',
		`${FEW} It takes two different actions.`,
		{
			empty: holds('Gets an empty list.'),
			ignored: copes('Gets all events. The package leaves out the others itself.'),
			rejected: copes(
				'Is turned down. An action typed wrongly stops the node with a message instead of finding nothing.',
			),
			serverError: breaks(
				'Makes PeopleLens stumble. An action typed wrongly looks like an outage.',
			),
			other: breaks('Gets an odd answer. An action typed wrongly looks like a wrong address.'),
		},
	),
];
