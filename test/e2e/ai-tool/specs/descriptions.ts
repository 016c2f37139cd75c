/** What the model reads before it decides: names, descriptions, parameters. */
import { NODE_TYPES } from '../../harness/nodeTypes';
import type { OfferedTool } from '../../harness/stubs/chatModel';
import type { Opened } from '../environment';
import { allTools } from '../tools';

export function describeToolDescriptions(opened: Opened): void {
	let offered: OfferedTool[];
	beforeAll(async () => {
		const { createAgent, credential, play } = opened();
		const agent = await createAgent(allTools(credential));
		const { requests } = await play(agent, 'Hello', { say: 'Hello' });
		offered = (requests[0].tools ?? []).map((tool) => tool.function);
	});

	test('every operation is offered to the model, with a name that says what it does', () => {
		expect(offered.map(({ name }) => name).sort()).toEqual([
			'Create_user_in_PeopleLens',
			'Deactivate_user_in_PeopleLens',
			'Find_or_create_user_in_PeopleLens',
			'Get_many_audit_logs_in_PeopleLens',
			'Get_many_users_in_PeopleLens',
			'Get_user_in_PeopleLens',
		]);
	});
	test('each tool has a description that names PeopleLens and what is worked on', () => {
		for (const { description } of offered) {
			expect(description).toMatch(/PeopleLens/);
			expect(description).toMatch(/users?|audit logs/i);
		}
	});
	test('every parameter of a tool is named by a word that says what belongs in it', () => {
		const names = offered.flatMap(({ parameters }) => Object.keys(parameters.properties));
		expect([...new Set(names)].sort()).toEqual([
			'Action_Names_or_IDs',
			'Email',
			'First_Name',
			'Last_Name',
			'Role',
			'Search_Name_or_Email',
			'User',
		]);
	});
	test('the model may choose nothing that a person has not left to it', () => {
		for (const { parameters } of offered) expect(parameters.additionalProperties).toBe(false);
	});
	test('a person cannot leave the operation to the model by mistake, nor whether a sync is applied, nor to whom', async () => {
		const types = await opened().rest.nodeTypes();
		const tool = types.find(({ name }) => name === NODE_TYPES.peopleLensTool);
		const choices = (tool?.properties ?? []).filter(({ name }) =>
			['resource', 'operation', 'mode', 'people'].includes(name),
		);
		expect(choices.length).toBeGreaterThanOrEqual(5);
		for (const { noDataExpression } of choices) expect(noDataExpression).toBe(true);
	});
}
