import { breaks, byFact, byValue, copes, holds, type Rule } from './rule';

const WRITE = 'Needs --write.';

/** Inviting and deactivating. */
export const writing: Rule[] = [
	byFact('createStatus', 'An invitation', WRITE, (status) => {
		if (status === 201) return holds('Is confirmed as new (201).');
		if (status < 300)
			return copes(
				`Is confirmed with status ${status}, which does not say whether the person is new.`,
			);
		return breaks(
			`Was turned down (status ${status}): Create, Find or Create and Sync cannot invite.`,
		);
	}),
	byValue('createAnswer', 'The invited person', WRITE, {
		bare: holds('Comes as it is.'),
		data: holds('Comes inside "data".'),
		user: holds('Comes inside "user".'),
		other: breaks(
			'Does not come with the answer. The person is invited, but the node stops with a message.',
		),
	}),
	byValue('invitedListed', 'People yet to accept', WRITE, {
		true: holds('Are found by email.'),
		false: breaks(
			'Are not found by email. Until they accept, Find or Create stops with a message, Deactivate By Email does not find them, and Sync skips them.',
		),
	}),
	byFact('conflictStatus', 'The same invitation again', WRITE, (status) => {
		if (status === 409) return holds('Is a conflict (409).');
		if (status === 400 || status === 422)
			return copes(
				`Is turned down with status ${status}, like wrong fields. The message names both reasons.`,
			);
		if (status < 300)
			return copes('Is accepted. Create tells only by name and role that somebody is not new.');
		return breaks(
			`Gets status ${status}. Find or Create stops with a message when somebody was invited meanwhile.`,
		);
	}),
	byFact('invalidStatus', 'An invitation without email', WRITE, (status) => {
		if ([400, 422].includes(status)) return holds(`Is turned down (${status}).`);
		return status < 300
			? breaks('Is accepted. Look in PeopleLens for a user without an email.')
			: copes(`Gets status ${status}. The package never sends one.`);
	}),
	byValue('invitationLogged', 'The invitation in the log', WRITE, {
		true: holds('Is there at once.'),
		false: copes(
			'Was not there within moments. A trigger on invitations comes later, or not at all.',
		),
	}),
	{
		id: 'deactivation',
		title: 'Deactivating',
		notSeen: WRITE,
		judge: ({ deleteStatus, deleteBody }) => {
			if (deleteStatus === null) return undefined;
			if (deleteStatus >= 300)
				return breaks(
					`Was turned down (status ${deleteStatus}): Deactivate and Sync cannot do it.`,
				);
			return deleteBody === 'other'
				? copes(
						'Is confirmed in an unknown form. The package reads the user again before it says "deactivated".',
					)
				: holds(`Is confirmed (${deleteStatus}).`);
		},
	},
	byValue('deactivatedListed', 'A deactivated person', WRITE, {
		false: holds('Is no longer found by email.'),
		true: breaks(
			'Is still found by email, as if active. Find or Create takes such people for active ones.',
		),
	}),
	byFact('deactivatedUserDelete', 'Deactivating again', WRITE, (status) => {
		if (status < 300) return holds('Is confirmed again.');
		return status === 404
			? holds('Is "not found" (404).')
			: copes(`Gets status ${status}. The node stops with a message.`);
	}),
];
