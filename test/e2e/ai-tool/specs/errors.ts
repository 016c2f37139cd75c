/** What does not work reaches the model in words that it can act on, or pass on to the person. */
import type { INode } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from '../../harness/nodeTypes';
import { activeOnes } from '../../harness/sandboxControl';
import type { CredentialReference } from '../../harness/workflow';
import type { Opened } from '../environment';
import { allTools } from '../tools';

const GRACE = { Email: 'grace@example.com', First_Name: 'Grace', Last_Name: 'Hopper' };

interface ToolFailure {
	error?: string;
	description?: string;
}

export function describeErrors(opened: Opened): void {
	let agent: string;
	/** Of somebody who has access. */
	let email: string;

	const createAgent = async (
		credential: CredentialReference = opened().credential,
		settings?: Partial<INode>,
	) => await opened().createAgent(allTools(credential, settings));

	beforeAll(async () => {
		agent = await createAgent();
		[{ email }] = activeOnes(await opened().sandbox.users());
	});

	/** Lets the agent fail. @returns what its model read about it */
	async function failureOf(
		tool: string,
		args: object,
		workflow = agent,
	): Promise<Required<Pick<ToolFailure, 'error'>> & ToolFailure> {
		const { play, sandbox } = opened();
		const call = { call: [{ tool: `${tool}_in_PeopleLens`, args }] };
		const { answer, results } = await play<ToolFailure[]>(workflow, 'Please', call, {
			say: 'Sorry',
		});
		expect(answer).toBe('Sorry');
		const [{ error, ...more }] = results[0];
		if (!error) throw new Error(`No error in ${JSON.stringify(results)}`);
		expect(error).not.toMatch(/status code|undefined|\[object/);
		expect(JSON.stringify(results)).not.toContain(sandbox.apiKey);
		return { error, ...more };
	}

	test('an email that nobody has is named to the model', async () => {
		const { error } = await failureOf('Get_user', { User: 'nobody@example.com' });
		expect(error).toMatch(/nobody@example\.com/);
	});
	test('a value that is no email is named to the model', async () => {
		const { error } = await failureOf('Get_user', { User: 'Grace' });
		expect(error).toMatch(/'Grace' in 'User' is not an email/);
	});
	test('a role that PeopleLens does not know is named to the model', async () => {
		const { error } = await failureOf('Create_user', { ...GRACE, Role: 'Boss' });
		expect(error).toMatch(/'Boss' in 'Role'/);
	});
	test('the model reads that somebody who exists cannot be invited again', async () => {
		const person = { ...GRACE, Email: email, Role: 'Recruiter' };
		expect((await failureOf('Create_user', person)).error).toMatch(RegExp(email));
	});
	test('with On Error set to Continue the model also reads what to do', async () => {
		const advised = await createAgent(undefined, { onError: 'continueRegularOutput' });
		const person = { ...GRACE, Role: 'Boss' };
		const { description } = await failureOf('Create_user', person, advised);
		expect(description).toMatch(/Administrator, .*HiringManager/);
	});
	test('a wrong key is called a wrong key to the model', async () => {
		const { addCredential, sandbox } = opened();
		const data = { baseUrl: sandbox.url, apiKey: 'dummy-wrong-key-example' };
		const wrong = await addCredential('Wrong', CREDENTIAL_TYPE, data);
		const refused = await createAgent(wrong[CREDENTIAL_TYPE]);
		expect((await failureOf('Get_user', { User: email }, refused)).error).toMatch(/API key/);
	});
	test.each([
		[403, /not allowed/],
		[429, /too many requests/i],
		[500, /could not process|not available/i],
	])('HTTP %i comes to the model in words', async (status, expected) => {
		const { sandbox } = opened();
		await sandbox.inject({ type: 'status', status }, { times: null });
		const failure = failureOf('Get_user', { User: email }).finally(() => sandbox.forgetFaults());
		expect((await failure).error).toMatch(expected);
	});
}
