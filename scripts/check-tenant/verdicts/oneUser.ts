import { breaks, byFact, byValue, copes, holds, type Rule } from './rule';

/** One user by ID. */
export const oneUser: Rule[] = [
	byValue('userAnswer', 'One user', 'No user came, or not by ID.', {
		bare: holds('Comes as it is.'),
		data: holds('Comes inside "data".'),
		user: holds('Comes inside "user".'),
		other: breaks(
			'Comes in a form that the API reference does not show. Get and Include Actor do not work.',
		),
	}),
	byValue('otherUserAnswered', 'The user who comes', 'No user came, or not by ID.', {
		false: holds('Is the one asked for.'),
		true: breaks('Is another one than asked for. The package refuses to work with that.'),
	}),
	byFact(
		'unknownUserStatus',
		'An ID that nobody has',
		'No users came.',
		(status, { errorBody }) => {
			if (status === 404 && errorBody !== 'html') return holds('Is "not found" (404).');
			const why = status === 404 ? 'a web page' : `status ${status}`;
			return breaks(
				`Gets ${why}, which the package does not take for "not found". "If Not Found: Continue" does not help: the node stops with a message.`,
			);
		},
	),
	byFact('oddUserIdStatus', 'A text that is no ID', 'No users came.', (status, { errorBody }) => {
		if (status === 404 && errorBody !== 'html') return holds('Is "not found" (404).');
		return copes(
			`Gets ${status === 404 ? 'a web page' : `status ${status}`}. The node stops with a message; an email typed where an ID belongs is not simply "not found".`,
		);
	}),
	byFact(
		'deactivatedUserGet',
		'People no longer listed',
		'Shows if people who left did something lately, or with --write.',
		(status) => {
			if (status < 300) return holds('Can still be read by ID: Include Actor names them.');
			return status === 404
				? holds('Are "not found" (404): Include Actor leaves them empty.')
				: copes(`Get status ${status}. Include Actor leaves them empty.`);
		},
	),
];
