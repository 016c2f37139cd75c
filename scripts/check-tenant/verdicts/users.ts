import { breaks, byFact, byValue, copes, holds, type Rule } from './rule';

const NO_USERS = 'No users came.';

/** The list of users, and looking one up. */
export const users: Rule[] = [
	byFact('usersMaxLimit', 'Users in one answer', NO_USERS, (limit) => {
		if (limit === 'none') return holds('As many as the package asks for (10,000).');
		if (limit < 100)
			return breaks(
				`At most ${limit} may be asked for. From List, By Email, Get Many, Find or Create and Sync stop with a message.`,
			);
		const asked = limit < 1_000 ? 100 : 1_000;
		return copes(
			`Not 10,000, but ${limit} may be asked for. The package then asks for ${asked}: in a larger tenant it says that the list may be incomplete, and looks people up by email.`,
		);
	}),
	byFact(
		'usersCap',
		'Users missing in the list',
		'Shows only if people who are not listed did something lately.',
		(cap) =>
			cap === 'none'
				? holds('None of those looked at.')
				: copes(
						`Some: the list ends after ${cap}. The node says that it may be incomplete; Sync looks people up by email before it invites them, and cannot see all whom it should deactivate.`,
					),
	),
	byFact('userDefaultLimit', 'Users without a limit', 'The list is too short to tell.', (limit) =>
		holds(`${limit} come. The package always sends a limit.`),
	),
	byValue('userLimit', 'A limit for users', 'It takes two users.', {
		honoured: holds('Is obeyed.'),
		ignored: copes('Is ignored. The package cuts the list itself.'),
	}),
	byValue('userOffset', 'An offset for users', 'It takes three users.', {
		works: holds('Works, though the API reference does not name it. The package does not use it.'),
		ignored: holds('Is ignored, as the API reference suggests.'),
		rejected: holds('Is turned down, as the API reference suggests.'),
		other: holds('Gets an odd answer. The package does not use it.'),
	}),
	byValue('inactiveListed', 'Deactivated users listed', NO_USERS, {
		false: holds('None that say so.'),
		true: copes('Some, and they say so. The package leaves them out.'),
	}),
	byValue('userIds', 'IDs of users', NO_USERS, {
		text: holds('Are texts.'),
		number: copes('Are numbers. The package takes them as texts.'),
		unsafeNumber: breaks(
			'Are numbers too large for JSON: nobody could be sure who is meant. The package refuses to work with such users.',
		),
		missing: breaks('Are missing. The package refuses the list.'),
		mixed: breaks('Are missing or unusable for some users. The package refuses the list.'),
	}),
	byValue('unknownRoles', 'Roles', NO_USERS, {
		false: holds('Are those that the API reference names.'),
		true: copes(
			'There are others than the API reference names, or users without one. They can be filtered by; nobody can be invited with them.',
		),
	}),
	byValue('emailFilter', 'Looking up an email', NO_USERS, {
		exact: holds('Finds that very spelling. The package tries lower case, too.'),
		ignoreCase: holds('Finds it with any capitals.'),
		contains: copes(
			'Finds longer addresses, too. The package takes only the one that was asked for.',
		),
		ignored: copes(
			'Is ignored: everybody comes. The package searches the list itself; in a tenant larger than one answer, people at its end are not found.',
		),
		findsNothing: breaks(
			'Does not find somebody who is listed. By Email, Find or Create and Sync take people for missing who are there.',
		),
	}),
	byValue('emailUnknown', 'An email that nobody has', NO_USERS, {
		empty: holds('Gets an empty list.'),
		ignored: copes('Gets other people. The package takes only the one that was asked for.'),
		rejected: breaks(
			'Is turned down. Find or Create and Sync stop with a message instead of inviting.',
		),
		serverError: breaks(
			'Makes PeopleLens stumble. Find or Create and Sync stop with a message instead of inviting.',
		),
		other: breaks(
			'Gets an odd answer. Find or Create and Sync stop with a message instead of inviting.',
		),
	}),
];
