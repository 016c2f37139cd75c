/** One night after the other: HR changes, a person approves, declines, or gives no sensible list. */
import axios from 'axios';
import type { SandboxUser } from '../../../../sandbox';
import { eventually } from '../../harness/eventually';
import { press } from '../../harness/person';
import { withAccess } from '../../harness/sandboxControl';
import type { Example } from '../example';
import type { Employee } from '../stubs/hr';
import { HOSTILE_NAME } from './hostileName';

const GRACE: Employee = {
	...{ email: 'grace@example.com', firstName: 'Grace', lastName: 'Hopper', role: 'Hiring Manager' },
};

const KATHERINE: Employee = {
	email: 'katherine@example.com',
	firstName: 'Katherine',
	lastName: 'Johnson',
};
const LATE: Employee = {
	email: 'late@example.com',
	firstName: 'Lee',
	lastName: 'Late',
	role: 'Recruiter',
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
	const emails = (people: Array<{ email: string }>) => people.map(({ email }) => email).sort();
	/** What somebody does in PeopleLens itself. */
	const inPeopleLens = async (method: 'DELETE' | 'PATCH', path: string, data?: object) => {
		const { url, apiKey } = environment().syncTenant;
		const headers = { Authorization: `Bearer ${apiKey}` };
		await axios.request({ method, url: `${url}${path}`, data, headers, proxy: false });
	};
	let leaving: SandboxUser[];
	let administrators: SandboxUser[];

	const begin = async () =>
		await environment().rest.workflows.run((await workflow()).id, 'Every night');
	const statusOf = async (execution: string) =>
		(await environment().rest.executions.wait(execution)).status;
	/** A night in which nobody is asked. @returns what Slack is told until it is over */
	async function quietNight() {
		const before = messages().length;
		expect(await statusOf(await begin())).toBe('success');
		return messages().slice(before);
	}
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
		expect(next().text).toBe('Done as approved: 1 invited, 2 without access now.');
		const expected = [...environment().hr.employees, ...administrators];
		expect(emails(await active())).toEqual(emails(expected));
		expect(await changes()).toBe(3);
	});
	test('the night after the changes, nobody is bothered', async () => {
		expect(await quietNight()).toEqual([]);
	});
	describe('where nothing can be done, but not all is well', () => {
		let list: Employee[];
		let leaver: Employee;
		let before: number;
		beforeAll(async () => {
			list = environment().hr.employees;
			leaver = list.find(({ role }) => role === 'Interviewer') ?? GRACE;
			before = await changes();
		});
		afterEach(async () => {
			environment().hr.employees = list;
			delete environment().hr.answer;
			expect(await changes()).toBe(before);
		});
		/** HR, without somebody who has left. */
		const staying = () => list.filter((employee) => employee !== leaver);
		/** @returns what Slack is told, once and without asking for anything */
		const told = async () => {
			const [message, ...more] = await quietNight();
			expect(more).toEqual([]);
			expect(message.buttons).toEqual({});
			return message.text.split('\n');
		};

		test.each<[string, Employee, RegExp]>([
			['blank', { email: '' }, /^• \(no name\): 'Email' is empty/],
			['#N/A', { ...KATHERINE, email: '#N/A' }, /^• Katherine Johnson: '#N\/A' in 'Email'/],
			[
				'no usable email <!channel>',
				{ ...KATHERINE, email: 'no usable email <!channel>' },
				/^• Katherine Johnson: 'no usable email ‹!channel›' in 'Email'/,
			],
		])('Slack is told of a row with the email "%s", and who keeps access', async (_, row, line) => {
			environment().hr.employees = [...staying(), row];
			const [first, ...lines] = await told();
			expect(first).toMatch(/One item has no usable email, .*Is the list from HR complete/);
			expect(lines[0]).toMatch(line);
			const keeping = emails([leaver, ...administrators]).map((email) => `• ${email} keeps access`);
			expect(lines.slice(1).sort()).toEqual(keeping);
		});
		test.each<[string, object]>([
			['an empty list', { employees: [] }],
			['no list', {}],
			['nothing at all', []],
		])('Slack is told of %s', async (_, answer) => {
			environment().hr.answer = answer;
			const [first, ...lines] = await told();
			expect(first).toMatch(/Nobody on the list has a usable email\. Is the list from HR/);
			expect(lines).toEqual([expect.stringMatching(/^• \(no name\): 'Email' is empty/)]);
		});
		test('Slack is told whom somebody should look at', async () => {
			const other = { ...leaver, role: 'Recruiter' };
			environment().hr.employees = [...staying(), other];
			const [first, ...lines] = await told();
			expect(first).toMatch(/please look at these yourself:$/);
			expect(lines).toEqual([expect.stringContaining(`• ${leaver.email}: Has the role`)]);
		});
		test('of many, Slack is told so many as fit in, and how many more there are', async () => {
			environment().hr.employees = [...staying(), ...Array(40).fill({ email: '' })];
			const [first, ...lines] = await told();
			expect(first).toMatch(/40 items have no usable email/);
			const [, more] = /^… and (\d+) more: open this execution/.exec(lines.pop() ?? '') ?? [];
			expect(lines.length).toBeGreaterThan(5);
			expect(lines.length + Number(more)).toBe(40 + 1 + administrators.length);
		});
		test('names of any length and with any characters can not keep Slack from asking', async () => {
			// n8n makes `<` of `&lt;`, and a new line of `\\n`.
			const firstName = `&lt;!here&gt;\\n${HOSTILE_NAME.repeat(20)}`;
			const names = { firstName, lastName: '&<>'.repeat(200) };
			const many = Array.from({ length: 60 }, (_, at) => ({
				...names,
				email: `${'hardly-ever-read-'.repeat(3)}${at}@example.com`,
			}));
			const rows = Array(20).fill({ ...KATHERINE, email: HOSTILE_NAME });
			environment().hr.employees = [...staying(), ...many, ...rows];
			const { execution, message } = await night();
			expect(message.text).toMatch(/^.* 60 changes:\n• invite ＆lt;!here＆gt;＼n‹!channel› • /);
			expect(message.text).toMatch(/\n… and \d+ more: open this execution in n8n\n/);
			expect(message.text).not.toMatch(/[<>]/);
			await press(environment().rest, execution, message.buttons.Decline);
			expect(await statusOf(execution)).toBe('success');
		});
		test('who loses access comes before all who get it, by a name that is one line', async () => {
			const eve = { firstName: HOSTILE_NAME, lastName: 'Eve', email: 'eve@example.com' };
			environment().hr.employees = [...staying(), eve];
			const { execution, message } = await night();
			const [, ...lines] = message.text.split('\n');
			expect(lines).toEqual([
				expect.stringMatching(`^• take access away from .*${leaver.email}`),
				expect.stringContaining('• invite ‹!channel› • ‹https://evil.example|Open› ＆ Eve (eve@'),
			]);
			await press(environment().rest, execution, message.buttons.Decline);
			expect(await statusOf(execution)).toBe('success');
		});
		test('whoever is asked about somebody new is told that nobody loses access', async () => {
			environment().hr.employees = [...staying(), KATHERINE, { email: '' }];
			const { execution, message } = await night();
			expect(message.text).toMatch(/1 change:\n• invite Katherine Johnson/);
			expect(message.text).toMatch(/One item has no usable email.*So nobody loses access/);
			expect(message.text).toContain("• (no name): 'Email' is empty");
			expect(message.text).toContain(`• ${leaver.email} keeps access`);
			await press(environment().rest, execution, message.buttons.Decline);
			expect(await statusOf(execution)).toBe('success');
		});
		test('Slack is told nothing once all is well again', async () => {
			expect(await quietNight()).toEqual([]);
		});
	});
	test('what happened between the message and the answer is left as it is, and told', async () => {
		const { hr, syncTenant } = environment();
		const people = (await active()).filter(({ role }) => role === 'Interviewer');
		const [left, promoted, kept, dismissed] = people;
		const gone = emails([left, promoted, kept]);
		hr.employees = [...hr.employees.filter(({ email }) => !gone.includes(email)), KATHERINE];
		const { execution, message, next } = await night();
		expect(message.text).toMatch(/4 changes/);

		// Somebody is onboarded, somebody rises, and somebody on the list is dismissed.
		const { email, role, firstName: first_name, lastName: last_name } = LATE;
		await syncTenant.addUsers([{ email, role, first_name, last_name }]);
		hr.employees.push(LATE);
		await inPeopleLens('PATCH', `/api/users/${promoted.id}`, { role: 'Administrator' });
		await inPeopleLens('DELETE', `/api/v1/users/${dismissed.id}`);
		// And PeopleLens turns one of the changes down.
		const path = `/api/v1/users/${kept.id}`;
		const match = { method: 'DELETE', path };
		await syncTenant.inject({ type: 'status', status: 403 }, { match, times: null });
		await press(environment().rest, execution, message.buttons.Approve);
		expect(await statusOf(execution)).toBe('success');
		await syncTenant.forgetFaults();

		const after = emails(await active());
		expect(after).toEqual(expect.arrayContaining(emails([LATE, KATHERINE, promoted, kept])));
		expect(after).not.toContain(left.email);
		expect(after).not.toContain(dismissed.email);
		const [told, ...warnings] = next().text.split('\n');
		expect(warnings).toEqual([
			expect.stringMatching(`^:warning: ${promoted.email}: .*Administrator`),
			expect.stringMatching(`^:warning: ${kept.email}: .+`),
		]);
		expect(told).toBe('Done as approved: 1 invited, 1 without access now.');
	});
	test('a list that names hardly anybody changes nothing, and Slack is told why', async () => {
		const { hr } = environment();
		const before = await changes();
		hr.employees = hr.employees.slice(0, 2);
		const { execution, message } = await night();
		expect(await statusOf(execution)).toBe('success');
		expect(message.text).toMatch(/would deactivate \d+ people/);
		expect(message.buttons).toEqual({});
		expect(await changes()).toBe(before);
	});
}
