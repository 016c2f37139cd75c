/** What the editor asks n8n for before anything is run. */
import type { INodeTypeDescription } from 'n8n-workflow';
import { CREDENTIAL_TYPE, NODE_TYPES } from '../harness/nodeTypes';
import { activeOnes } from '../harness/sandboxControl';
import type { Opened } from './opened';

/** A node type as n8n describes it to its editor. */
interface ServedNodeType extends INodeTypeDescription {
	codex?: object;
}

interface Choice {
	name: string;
	value: string;
}

export function describeEditor(opened: Opened): void {
	const nodeTypes = async (): Promise<ServedNodeType[]> => await opened().rest.nodeTypes();
	const peopleLens = async () => {
		const node = (await nodeTypes()).find(({ name }) => name === NODE_TYPES.peopleLens);
		if (node) return node;
		throw new Error('n8n does not know the node.');
	};
	/** What the editor asks when a person opens a list. */
	const ask = async <Answer>(route: string, parameter: string, methodName: string, more = {}) => {
		const { rest, credential } = opened();
		return await rest.request<Answer>('POST', `/dynamic-node-parameters/${route}`, {
			path: `parameters.${parameter}`,
			nodeTypeAndVersion: { name: NODE_TYPES.peopleLens, version: 1 },
			currentNodeParameters: {},
			credentials: { [CREDENTIAL_TYPE]: credential },
			methodName,
			...more,
		});
	};

	test('the node is in the node panel, found by "hiring" and by "audit"', async () => {
		const node = await peopleLens();
		expect(node.displayName).toBe('PeopleLens');
		const words = JSON.stringify([node.description, node.codex, node.properties]).toLowerCase();
		for (const word of ['hiring', 'audit']) expect(words).toContain(word);
	});
	test("the node's icons are served, light and dark", async () => {
		const { iconUrl = {} } = await peopleLens();
		const paths: string[] = Object.values(iconUrl);
		expect(paths).toHaveLength(2);
		for (const path of paths) {
			const { status, headers } = await opened().rest.file(path);
			expect({ path, status }).toEqual({ path, status: 200 });
			expect(headers['content-type']).toMatch(/svg/);
		}
	});
	test('AI agents are offered the node as a tool', async () => {
		const names = (await nodeTypes()).map(({ name }) => name);
		expect(names).toContain(NODE_TYPES.peopleLensTool);
	});
	test('From List finds a user by name', async () => {
		const users = await opened().sandbox.users();
		const [user] = activeOnes(users);
		const filter = user.last_name?.toLowerCase();
		const { results } = await ask<{ results: Choice[] }>(
			'resource-locator-results',
			'userId',
			'searchUsers',
			{ filter },
		);
		expect(results.map(({ value }) => value)).toContain(user.id);
		expect(results.length).toBeLessThan(users.length);
	});
	test("the list of actions holds the tenant's own", async () => {
		const events = await opened().sandbox.events();
		const offered = await ask<Choice[]>('options', 'filters.actions', 'getActions');
		expect(offered.map(({ value }) => value)).toContain(events.at(-1)?.action);
	});
}
