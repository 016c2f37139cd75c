/** One night after the other: HR changes, a person approves, declines, or gives no sensible list. */
import assert from 'node:assert/strict';
import { eventually } from '../../lib/eventually.mjs';
import { press } from '../standIns/person.mjs';

export async function userSync(check, stage, workflow) {
	const { rest, slack, hr, syncTenant: tenant } = stage;
	const heard = () => slack.messages.filter(({ channel }) => channel === '#people-ops');
	const active = async () => (await tenant.users()).filter(({ state }) => state !== 'deactivated');
	const emails = async () => (await active()).map(({ email }) => email).sort();
	const changes = async () =>
		(await tenant.requests()).data.filter(({ method }) => method !== 'GET').length;

	/** Starts a night. @returns what is heard of it in Slack */
	async function night() {
		const before = heard().length;
		const execution = await rest.workflows.run(workflow.id, 'Every night');
		const message = await eventually('a message in Slack', () => heard()[before]);
		return { execution, message, next: () => heard()[before + 1] };
	}

	const asInHr = ({ email, first_name: firstName, last_name: lastName, role }) => ({
		...{ email, firstName, lastName, role },
	});
	const before = await active();
	const leaving = before.filter(({ role }) => role === 'Recruiter').slice(0, 2);
	const administrators = before.filter(({ role }) => role === 'Administrator');
	const gone = new Set([...leaving, ...administrators].map(({ email }) => email));
	const grace = { email: 'grace@example.com', firstName: 'Grace', lastName: 'Hopper' };
	hr.employees = [
		...before.filter(({ email }) => !gone.has(email)).map(asInHr),
		{ ...grace, role: 'Hiring Manager' },
	];

	await check('a person is asked first, and sees whom it is about', async () => {
		const { execution, message } = await night();
		assert.match(message.text, /3 changes/);
		assert.match(message.text, /invite Grace Hopper \(grace@example\.com/);
		for (const { email } of leaving) assert.match(message.text, RegExp(`away from .*${email}`));
		for (const { email } of administrators) assert.ok(!message.text.includes(email));
		await press(rest, execution, message.buttons.Decline);
		assert.equal((await rest.executions.wait(execution)).status, 'success');
	});
	await check('nothing happens when they decline', async () => {
		assert.equal(await changes(), 0);
	});
	await check('when they approve, exactly that is done, and told', async () => {
		const { execution, message, next } = await night();
		assert.equal(await changes(), 0);
		await press(rest, execution, message.buttons.Approve);
		assert.equal((await rest.executions.wait(execution)).status, 'success');
		assert.match(next().text, /in line with HR: 1 invited, 2 without access now\.$/);
		const expected = [...hr.employees, ...administrators].map(({ email }) => email).sort();
		assert.deepEqual(await emails(), expected);
		assert.equal(await changes(), 3);
	});
	await check('the night after, nobody is bothered', async () => {
		const heardBefore = heard().length;
		const execution = await rest.workflows.run(workflow.id, 'Every night');
		assert.equal((await rest.executions.wait(execution)).status, 'success');
		assert.equal(heard().length, heardBefore);
	});
	await check('a list that names hardly anybody changes nothing, and Slack hears why', async () => {
		hr.employees = hr.employees.slice(0, 2);
		const { execution, message } = await night();
		assert.equal((await rest.executions.wait(execution)).status, 'success');
		assert.match(message.text, /would deactivate \d+ people/);
		assert.deepEqual(message.buttons, {});
		assert.equal(await changes(), 3);
	});
}
