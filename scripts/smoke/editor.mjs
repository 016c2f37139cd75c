/** What the editor asks n8n for before anything is run. */
import assert from 'node:assert/strict';

const TYPE = 'n8n-nodes-peoplelens.peopleLens';

export async function checkEditor(check, { rest, sandbox, credential }) {
	const types = await rest.nodeTypes();
	const node = types.find(({ name }) => name === TYPE);

	await check('the node is in the node panel, found by "hiring" and by "audit"', () => {
		assert.equal(node?.displayName, 'PeopleLens');
		const words = JSON.stringify([node.description, node.codex, node.properties]).toLowerCase();
		for (const word of ['hiring', 'audit']) assert.ok(words.includes(word), word);
	});
	await check('its icons are served, light and dark', async () => {
		for (const path of Object.values(node.iconUrl)) {
			const answer = await fetch(`${rest.url}/${path}`);
			assert.equal(answer.status, 200, path);
			assert.match(answer.headers.get('content-type'), /svg/);
		}
	});
	await check('AI agents are offered it as a tool', () => {
		assert.ok(types.some(({ name }) => name === `${TYPE}Tool`));
	});

	const ask = (route, parameter, methodName, more) =>
		rest.request('POST', `/dynamic-node-parameters/${route}`, {
			path: `parameters.${parameter}`,
			nodeTypeAndVersion: { name: TYPE, version: 1 },
			currentNodeParameters: {},
			credentials: { peopleLensApi: { id: credential.id, name: credential.name } },
			methodName,
			...more,
		});
	await check('From List finds a user by name', async () => {
		const users = await sandbox.users();
		const user = users.find(({ state }) => state === 'active');
		const filter = user.last_name.toLowerCase();
		const { results } = await ask('resource-locator-results', 'userId', 'searchUsers', { filter });
		assert.ok(results.some(({ value }) => value === user.id));
		assert.ok(results.length < users.length);
	});
	await check("the list of actions holds the tenant's own", async () => {
		const events = await sandbox.events();
		const offered = (await ask('options', 'filters.actions', 'getActions')).map(
			({ value }) => value,
		);
		assert.ok(offered.includes(events.at(-1).action));
	});
}
