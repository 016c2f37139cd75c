/** The agent looks people up, invites one, and reads the audit log. */
import type { AuditLog, User } from '../../../../nodes/PeopleLens/api/types';
import type { SandboxUser } from '../../../../sandbox';
import { activeOnes } from '../../harness/sandboxControl';
import type { Opened } from '../environment';
import { allTools } from '../tools';

/** What a model should read of a list, at most; about 4 bytes are a token. */
const MOST_BYTES = 12_000;

const ADA = { Email: 'ada@example.com', First_Name: 'Ada', Last_Name: 'Lovelace' };
const DONE = { say: 'Done' };

const use = (tool: string, args: object) => ({ call: [{ tool, args }] });

export function describeWork(opened: Opened): void {
	let agent: string;
	let someone: SandboxUser;
	beforeAll(async () => {
		const { createAgent, credential, sandbox } = opened();
		agent = await createAgent(allTools(credential));
		[someone] = activeOnes(await sandbox.users());
	});

	test('the agent finds a user by email', async () => {
		const call = use('Get_user_in_PeopleLens', { User: someone.email });
		const question = `Who is ${someone.email}?`;
		const { answer, results } = await opened().play<User[]>(agent, question, call, DONE);
		expect(answer).toBe('Done');
		expect(results[0][0]).toMatchObject({ id: someone.id, role: someone.role });
	});
	test('the agent finds a user by a part of the name', async () => {
		const name = someone.last_name ?? '';
		const call = use('Get_many_users_in_PeopleLens', { Search_Name_or_Email: name });
		const { results } = await opened().play<User[]>(agent, `Who is ${name}?`, call, DONE);
		expect(results[0].map(({ id }) => id)).toContain(someone.id);
		for (const user of results[0]) {
			expect(`${user.first_name} ${user.last_name} ${user.email}`).toMatch(RegExp(name, 'i'));
		}
	});
	test('the agent invites a person, once', async () => {
		const { play, sandbox } = opened();
		const call = use('Create_user_in_PeopleLens', { ...ADA, Role: 'HiringManager' });
		const { results } = await play<User[]>(agent, 'Invite Ada as a hiring manager', call, DONE);
		const invited = (await sandbox.users()).filter(({ email }) => email === ADA.Email);
		expect(invited.map(({ role }) => role)).toEqual(['HiringManager']);
		expect(results[0][0].id).toBe(invited[0].id);
	});
	test('Find or Create tells the agent that somebody is there already', async () => {
		const call = use('Find_or_create_user_in_PeopleLens', ADA);
		const question = 'Make sure that Ada has access';
		const { results } = await opened().play<User[]>(agent, question, call, DONE);
		expect(results[0][0].created).toBe(false);
	});
	test('the agent reads in the audit log who deleted candidates', async () => {
		const { play, sandbox } = opened();
		const action = 'CANDIDATE_DELETED';
		const call = use('Get_many_audit_logs_in_PeopleLens', { Action_Names_or_IDs: action });
		interface Row extends AuditLog {
			actor?: { email?: string };
		}
		const { results } = await play<Row[]>(agent, 'Who deleted candidates?', call, DONE);
		const deleted = (await sandbox.events()).filter((event) => event.action === action);
		const newest = deleted.reverse().slice(0, 20);
		expect(results[0].map(({ id }) => id)).toEqual(newest.map(({ id }) => id));
		const byPeople = results[0].filter(({ user_id: userId }) => userId !== null);
		expect(byPeople.some(({ actor }) => actor?.email)).toBe(true);
	});
	test('two questions at once get both their answers', async () => {
		const emails = [ADA.Email, someone.email];
		const call = emails.map((email) => ({ tool: 'Get_user_in_PeopleLens', args: { User: email } }));
		const { results } = await opened().play<User[]>(agent, 'Who are they?', { call }, DONE);
		expect(results.map(([user]) => user.email).sort()).toEqual([...emails].sort());
	});
	test('what the model reads is small: 50 users, or 20 audit logs with their actors', async () => {
		const { play, sandbox } = opened();
		await sandbox.addUsers(60);
		const call = [
			{ tool: 'Get_many_users_in_PeopleLens', args: { Search_Name_or_Email: '' } },
			{ tool: 'Get_many_audit_logs_in_PeopleLens', args: { Action_Names_or_IDs: '' } },
		];
		const { results } = await play<object[]>(agent, 'Everything, please', { call }, DONE);
		expect(results.map((rows) => rows.length).sort()).toEqual([20, 50]);
		for (const rows of results) expect(JSON.stringify(rows).length).toBeLessThan(MOST_BYTES);
	});
}
