/** What the model reads before it decides: names, descriptions, parameters. */
import assert from 'node:assert/strict';
import { createTools } from '../tools.mjs';

export async function checkWords(check, stage) {
	const agent = await stage.agent(Object.values(createTools(stage.credential)));
	const { requests } = await stage.play(agent, 'Hello', { say: 'Hello' });
	const offered = requests[0].tools.map((tool) => tool.function);

	await check('every operation is offered, with a name that says what it does', () => {
		assert.deepEqual(offered.map(({ name }) => name).sort(), [
			'Create_user_in_PeopleLens',
			'Deactivate_user_in_PeopleLens',
			'Find_or_create_user_in_PeopleLens',
			'Get_many_audit_logs_in_PeopleLens',
			'Get_many_users_in_PeopleLens',
			'Get_user_in_PeopleLens',
		]);
	});
	await check('each has a description that names PeopleLens and what is worked on', () => {
		for (const { description } of offered) {
			assert.match(description, /PeopleLens/);
			assert.match(description, /users?|audit logs/i);
		}
	});
	await check('every parameter is named by a word that says what belongs in it', () => {
		const names = offered.flatMap(({ parameters }) => Object.keys(parameters.properties));
		assert.deepEqual([...new Set(names)].sort(), [
			'Action_Names_or_IDs',
			'Email',
			'First_Name',
			'Last_Name',
			'Role',
			'Search_Name_or_Email',
			'User',
		]);
	});
	await check('the model may choose nothing that a person has not left to it', () => {
		for (const { parameters } of offered) assert.equal(parameters.additionalProperties, false);
	});
	await check(
		'and a person cannot leave the operation to it by mistake, nor whether a sync is applied',
		async () => {
			const types = await stage.rest.nodeTypes();
			const { properties } = types.find(
				({ name }) => name === 'n8n-nodes-peoplelens.peopleLensTool',
			);
			const choices = properties.filter(({ name }) =>
				['resource', 'operation', 'mode'].includes(name),
			);
			assert.ok(choices.length >= 4);
			for (const { noDataExpression } of choices) assert.equal(noDataExpression, true);
		},
	);
}
