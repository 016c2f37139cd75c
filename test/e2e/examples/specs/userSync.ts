/** One night after the other: HR changes, a person approves, declines, or gives no sensible list. */
import type { SandboxUser } from '../../../../sandbox';
import { eventually } from '../../harness/eventually';
import { press } from '../../harness/person';
import { withAccess } from '../../harness/sandboxControl';
import type { Example } from '../example';
import type { Employee } from '../stubs/hr';

const GRACE: Employee = {
	...{ email: 'grace@example.com', firstName: 'Grace', lastName: 'Hopper', role: 'Hiring Manager' },
};

const asInHr = ({ email, first_name: firstName, last_name: lastName, role }: SandboxUser) => ({
	...{ email, firstName, lastName, role },
});

export function describeUserSync({ environment, workflow }: Example): void {
	const messages = () =>
		environment().slack.messages.filter(({ channel }) => channel === '#people-ops');
	const active = async () => withAccess(await environment().syncTenant.users());
	const changes = async () =>
		(await environment().syncTenant.requests()).data.filter(({ method }) => method !== 'GET')
			.length;
	let leaving: SandboxUser[];
	let administrators: SandboxUser[];

	const begin = async () =>
		await environment().rest.workflows.run((await workflow()).id, 'Every night');
	const statusOf = async (execution: string) =>
		(await environment().rest.executions.wait(execution)).status;
	/** Starts a night. @returns what Slack is told */
	async function night() {
		const before = messages().length;
		const execution = await begin();
		const message = await eventually('a message in Slack', () => messages()[before]);
		return { execution, message, next: () => messages()[before + 1] };
	}

	beforeAll(async () => {
		const before = await active();
		leaving = before.filter(({ role }) => role === 'Recruiter').slice(0, 2);
		administrators = before.filter(({ role }) => role === 'Administrator');
		const gone = new Set([...leaving, ...administrators]);
		environment().hr.employees = [...before.filter((user) => !gone.has(user)).map(asInHr), GRACE];
	});

	test('a person is asked first, and sees whom it is about', async () => {
		const { execution, message } = await night();
		expect(message.text).toMatch(/3 changes/);
		expect(message.text).toMatch(/invite Grace Hopper \(grace@example\.com/);
		for (const { email } of leaving) expect(message.text).toMatch(RegExp(`away from .*${email}`));
		for (const { email } of administrators) expect(message.text).not.toContain(email);
		await press(environment().rest, execution, message.buttons.Decline);
		expect(await statusOf(execution)).toBe('success');
	});
	test('nothing happens when the person declines', async () => {
		expect(await changes()).toBe(0);
	});
	test('when the person approves, exactly that is done, and told', async () => {
		const { execution, message, next } = await night();
		expect(await changes()).toBe(0);
		await press(environment().rest, execution, message.buttons.Approve);
		expect(await statusOf(execution)).toBe('success');
		expect(next().text).toMatch(/in line with HR: 1 invited, 2 without access now\.$/);
		const expected = [...environment().hr.employees, ...administrators];
		const emails = (people: Array<{ email: string }>) => people.map(({ email }) => email).sort();
		expect(emails(await active())).toEqual(emails(expected));
		expect(await changes()).toBe(3);
	});
	test('the night after the changes, nobody is bothered', async () => {
		const before = messages().length;
		expect(await statusOf(await begin())).toBe('success');
		expect(messages()).toHaveLength(before);
	});
	test('a list that names hardly anybody changes nothing, and Slack is told why', async () => {
		const { hr } = environment();
		hr.employees = hr.employees.slice(0, 2);
		const { execution, message } = await night();
		expect(await statusOf(execution)).toBe('success');
		expect(message.text).toMatch(/would deactivate \d+ people/);
		expect(message.buttons).toEqual({});
		expect(await changes()).toBe(3);
	});
}
