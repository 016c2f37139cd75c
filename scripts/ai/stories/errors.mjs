/** What does not work reaches the model in words that it can act on, or pass on to the person. */
import assert from 'node:assert/strict';
import { createTools } from '../tools.mjs';

const SOMEBODY = { Email: 'grace@example.com', First_Name: 'Grace', Last_Name: 'Hopper' };

export async function checkErrors(check, stage) {
	const { sandbox, play } = stage;
	const agentWith = async (credential, settings) =>
		await stage.agent(Object.values(createTools(credential, settings)));
	const agent = await agentWith(stage.credential);
	const advised = await agentWith(stage.credential, { onError: 'continueRegularOutput' });

	/** Lets the agent fail, and returns what its model read about it. */
	async function failure(tool, args, workflow = agent) {
		const call = { call: [{ tool: `${tool}_in_PeopleLens`, args }] };
		const { answer, results } = await play(workflow, 'Please', call, { say: 'Sorry' });
		assert.equal(answer, 'Sorry');
		const [{ error, ...more }] = results[0];
		assert.ok(error, `No error in ${JSON.stringify(results)}`);
		assert.doesNotMatch(error, /status code|undefined|\[object/);
		assert.ok(!JSON.stringify(results).includes(sandbox.apiKey));
		return { error, ...more };
	}
	const says = (name, expected, ...args) =>
		check(`${name}`, async () => assert.match((await failure(...args)).error, expected));

	await says('an email that nobody has is named', /nobody@example\.com/, 'Get_user', {
		User: 'nobody@example.com',
	});
	await says('so is something that is no email', /'Grace' in 'User' is not an email/, 'Get_user', {
		User: 'Grace',
	});
	await says('a role that PeopleLens does not know', /'Boss' in 'Role'/, 'Create_user', {
		...SOMEBODY,
		Role: 'Boss',
	});
	const { email } = (await sandbox.users()).find(({ state }) => state === 'active');
	await says('somebody who exists cannot be invited again', RegExp(email), 'Create_user', {
		...SOMEBODY,
		Email: email,
		Role: 'Recruiter',
	});
	await check('with On Error set to Continue the model also reads what to do', async () => {
		const role = { ...SOMEBODY, Role: 'Boss' };
		const { description } = await failure('Create_user', role, advised);
		assert.match(description, /Administrator, .*HiringManager/);
	});

	const wrongKey = await stage.credentialFor('Wrong', 'peopleLensApi', {
		baseUrl: sandbox.url,
		apiKey: 'dummy-wrong-key-example',
	});
	const shut = await agentWith(wrongKey);
	await says('a wrong key is called one', /API key/, 'Get_user', { User: email }, shut);

	for (const [status, expected] of [
		[403, /not allowed/],
		[429, /too many requests/i],
		[500, /could not work|not available/i],
	]) {
		await sandbox.inject({ type: 'status', status }, { times: null });
		await says(`HTTP ${status} comes in words`, expected, 'Get_user', { User: email });
		await sandbox.forgetFaults();
	}
}
