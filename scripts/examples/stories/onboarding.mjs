/** The HR system reports new colleagues. */
import assert from 'node:assert/strict';
import { eventually } from '../../lib/eventually.mjs';
import { HR_SECRET } from '../stage.mjs';

const SECRET = { 'X-HR-Secret': HR_SECRET };

export async function onboarding(check, stage, workflow) {
	const { rest, sandbox, slack } = stage;
	const heard = () => slack.messages.filter(({ channel }) => channel === '#onboarding');
	await stage.activate(workflow);

	const report = async (person, headers = SECRET) =>
		await fetch(`${rest.url}/webhook/peoplelens-onboarding`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...headers },
			body: JSON.stringify(person),
		});
	/** What Slack hears after the HR system has reported somebody. */
	const told = async (person) => {
		const before = heard().length;
		const answer = await report(person);
		assert.equal(answer.status, 200);
		return (await eventually('a message in Slack', () => heard()[before])).text;
	};
	const ada = { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' };

	await check('a report without the secret is turned away', async () => {
		assert.equal((await report(ada, {})).status, 403);
	});
	await check('a new colleague is invited, and the team is told', async () => {
		const text = await told({ ...ada, role: 'Hiring Manager' });
		assert.equal(
			text,
			'Ada Lovelace (ada@example.com) has been invited to PeopleLens as HiringManager.',
		);
		const invited = (await sandbox.users()).filter(({ email }) => email === ada.email);
		assert.deepEqual(
			invited.map(({ role }) => role),
			['HiringManager'],
		);
	});
	await check('a second report invites nobody, and tells that the role differs', async () => {
		const text = await told({ ...ada, role: 'Recruiter' });
		assert.match(
			text,
			/already has access to PeopleLens as HiringManager\. HR asked for Recruiter/,
		);
		const users = await sandbox.users();
		assert.equal(users.filter(({ email }) => email === ada.email).length, 1);
	});
	await check('what did not work is said in Slack, with what to do', async () => {
		const text = await told({ ...ada, email: 'grace@example.com', role: 'Boss' });
		assert.match(text, /grace@example\.com could not be invited to PeopleLens/);
		assert.match(text, /'Boss' in 'Role' is not a PeopleLens role.*Use one of/s);
	});
}
