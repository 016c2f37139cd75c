import type { Facts } from '../../../sandbox/tenantReport/facts';
import { breaks, holds, type Judgement, type Rule } from './rule';

type Answer = NonNullable<Facts['auditLogAnswer']>;

const ODD_ANSWERS: Record<Exclude<Answer, 'list' | 'status'>, string> = {
	otherList: 'A list came, but in another form than the API reference describes.',
	webPage: 'A web page came instead of data: a login page, a proxy, or another site.',
	redirect:
		'The address sends requests on to another one. The package does not follow, so that the key never leaves for another site: use the address that your browser shows after logging in.',
	brokenJson: 'The answer broke off in the middle.',
	otherJson: 'Data came, but no list.',
	empty: 'The answer was empty.',
	text: 'Plain text came instead of data.',
	tooLarge: 'The answer was larger than this check reads (20 MB).',
	none: 'No answer came: the address may be wrong, or a firewall or proxy in the way.',
};

function judgeAnswer({
	answer,
	status,
	what,
	consequence,
}: Record<'what' | 'consequence', string> & {
	answer: Facts['auditLogAnswer'];
	status: Facts['auditLogStatus'];
}): Judgement | undefined {
	if (answer === null) return undefined;
	if (answer === 'list') return holds(`PeopleLens lists ${what}.`);
	if (answer !== 'status') return breaks(`${ODD_ANSWERS[answer]} ${consequence}`);
	switch (status) {
		case 401:
			return breaks('PeopleLens did not accept the API key: nothing works with it. Copy it again.');
		case 403:
			return breaks(`This key is not allowed to read ${what}. ${consequence}`);
		case 404:
			return breaks(`There is no PeopleLens API at this address (404). ${consequence}`);
		default:
			return breaks(`PeopleLens answered with status ${status}. ${consequence}`);
	}
}

export const access: Rule[] = [
	{
		id: 'auditLogAnswer',
		title: 'Audit log',
		notSeen: 'The check did not get that far.',
		judge: ({ auditLogAnswer: answer, auditLogStatus: status }) =>
			judgeAnswer({
				answer,
				status,
				what: 'audit logs',
				consequence: 'The trigger and Get Many of audit logs do not work.',
			}),
	},
	{
		id: 'userListAnswer',
		title: 'Users',
		notSeen: 'The check did not get that far.',
		judge: ({ userListAnswer: answer, userListStatus: status }) =>
			judgeAnswer({
				answer,
				status,
				what: 'users',
				consequence: 'Nothing that finds or lists users works.',
			}),
	},
];
