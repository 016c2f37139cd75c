import { executeContext, pollContext, runLoadOptions, runNode } from '../support/n8n';

import { PeopleLens } from '../../nodes/PeopleLens/PeopleLens.node';
import { PeopleLensTrigger } from '../../nodes/PeopleLens/PeopleLensTrigger.node';
import { useSandbox } from '../support/sandbox';
import { InMemoryCredentials } from '../support/credentialsHelper';

/**
 * To read a credential, n8n decrypts it, resolves its expressions, and may ask a vault. Counted is
 * every reading, whether a node of this package asks for it or n8n by itself.
 */
let readings: jest.SpyInstance;

const sandbox = useSandbox({ users: 5, auditLogs: 450 });
beforeEach(() => {
	readings = jest.spyOn(InMemoryCredentials.prototype, 'getDecrypted');
});
afterEach(() => readings.mockRestore());

const here = () => ({ baseUrl: sandbox.url, apiKey: sandbox.apiKey });
const getUser = { resource: 'user', operation: 'get', userId: '={{ $json.id }}' };
const people = () => sandbox.tenant.users.slice(0, 3).map(({ id, email }) => ({ id, email }));

/** How often the credential is read, and how many requests are made, while this is done. */
async function count(work: () => Promise<unknown>) {
	const before = { readings: readings.mock.calls.length, requests: sandbox.requests.length };
	await work();
	return {
		readings: readings.mock.calls.length - before.readings,
		requests: sandbox.requests.length - before.requests,
	};
}

describe('the trigger', () => {
	const activate = async (parameters = {}) => {
		const trigger = new PeopleLensTrigger();
		const { context } = pollContext(trigger, { credentials: here(), parameters });
		const check = async () => await trigger.poll.call(context);
		await check();
		return check;
	};

	it('reads the credential once for a check that finds nothing', async () => {
		const check = await activate();
		expect(await count(check)).toEqual({ readings: 1, requests: 1 });
	});

	it('reads it once for a check that delivers events with their actors', async () => {
		const check = await activate({ options: { includeActor: true } });
		const [{ id }] = sandbox.tenant.users;
		const created_at = new Date().toISOString();
		sandbox.tenant.addEvent({ id: 'log-new', user_id: id, created_at });
		const { readings, requests } = await count(async () =>
			expect(await check()).toMatchObject([[{ json: { id: 'log-new', actor: { id } } }]]),
		);
		expect(readings).toBe(1);
		expect(requests).toBeGreaterThan(1);
	});

	it('reads it anew for each check, so that a replaced key is used from then on', async () => {
		const trigger = new PeopleLensTrigger();
		const credentials = { ...here(), apiKey: 'dummy-old-key' };
		const { context } = pollContext(trigger, { credentials, activation: 'init' });
		await trigger.poll.call(context);
		expect(sandbox.requests.at(-1)?.headers.authorization).toBe('Bearer dummy-old-key');
		credentials.apiKey = sandbox.apiKey;
		await trigger.poll.call(context);
		expect(sandbox.requests.at(-1)?.headers.authorization).toBe(`Bearer ${sandbox.apiKey}`);
	});
});

describe('the node', () => {
	it('reads the credential once to get many audit logs of several pages', async () => {
		const parameters = { resource: 'auditLog', operation: 'getAll', returnAll: true };
		const { readings, requests } = await count(async () => {
			const { items } = await runNode(new PeopleLens(), { credentials: here(), parameters });
			expect(items).toHaveLength(450);
		});
		expect(readings).toBe(1);
		expect(requests).toBeGreaterThan(3);
	});

	it('reads it once for all items of an execution', async () => {
		const options = { credentials: here(), parameters: getUser, input: people() };
		expect(await count(async () => await runNode(new PeopleLens(), options))).toEqual({
			readings: 1,
			requests: 3,
		});
	});

	it('reads it once to sync a list of people', async () => {
		const parameters = { resource: 'user', operation: 'sync', email: '={{ $json.email }}' };
		const options = { credentials: here(), parameters, input: people() };
		const { readings } = await count(async () => await runNode(new PeopleLens(), options));
		expect(readings).toBe(1);
	});

	it('reads it once to fill a list in the editor', async () => {
		const load = async () =>
			await runLoadOptions(new PeopleLens(), 'getActions', { credentials: here() });
		expect((await count(load)).readings).toBe(1);
	});

	it('does not let the items after the first fail with what its reading failed with', async () => {
		readings.mockRejectedValueOnce(new Error('The vault does not answer'));
		const { items } = await runNode(new PeopleLens(), {
			credentials: here(),
			parameters: getUser,
			input: people(),
			onError: 'continueRegularOutput',
		});
		const [first, ...others] = people();
		expect(first).toBeDefined();
		expect(items.map(({ json }) => json.error ?? json.id)).toEqual([
			'The vault does not answer',
			...others.map(({ id }) => id),
		]);
	});

	it('tells each item apart when the credential can not be used', async () => {
		const context = executeContext(new PeopleLens(), {
			credentials: { ...here(), apiKey: '' },
			parameters: getUser,
			input: people(),
			onError: 'continueErrorOutput',
		});
		const [items = []] = (await new PeopleLens().execute.call(context)) ?? [];
		expect(items).toHaveLength(3);
		expect(items.map(({ error }) => error?.context.itemIndex)).toEqual([0, 1, 2]);
		expect(items.every(({ json }) => String(json.error).startsWith("'API Key' is empty"))).toBe(
			true,
		);
	});
});
