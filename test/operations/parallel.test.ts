import { PeopleLens } from '../../nodes/PeopleLens/PeopleLens.node';
import { delay, IS_FULL } from '../support/node';
import { executeContext } from '../support/run';
import { byId, openTenant } from './tenant';
import type { OpenTenant } from './tenant';

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

const person = { firstName: 'Kay', lastName: 'McNulty', role: 'Recruiter' };
const invite = (operation: 'create' | 'findOrCreate', more = {}) => ({
	resource: 'user',
	operation,
	email: '={{ $json.email }}',
	...person,
	...more,
});
const get = (userId: string) => ({ resource: 'user', operation: 'get', userId: byId(userId) });
const emails = (count: number) =>
	Array.from({ length: count }, (_, n) => ({ email: `person${n}@acme.com` }));

/** Events of the same moment come in another order with each answer, and are read one page after the other. */
const oneASecond = (count: number) =>
	Array.from({ length: count }, (_, second) => ({
		created_at: new Date(Date.UTC(2026, 2, 1) + second * 1000).toISOString(),
	}));

/** More than the retries of one request; each is a pause that has to be waited for. */
const IN_A_ROW = IS_FULL ? 20 : 7;

/** Many more than are begun until Stop. */
const ITEMS = IS_FULL ? 10_000 : 2_000;
const PAGES = IS_FULL ? 1_000 : 300;

/** Enough to be many at once. */
const PEOPLE = IS_FULL ? 60 : 30;

/** How many requests were on their way at the same time, at most; of each kind that `about` tells. */
function watchConcurrency(about: (request: { method: string; body: string }) => string = () => '') {
	const open = new Map<string, number>();
	const most = new Map<string, number>();
	tenant.sandbox.onRequest = (request) => {
		const kind = about(request);
		open.set(kind, (open.get(kind) ?? 0) + 1);
		most.set(kind, Math.max(most.get(kind) ?? 0, open.get(kind) ?? 0));
		// The sandbox acts on a request halfway; the answer leaves after the other half.
		void delay(tenant.sandbox.behaviour.latencyMs / 2).then(() =>
			open.set(kind, (open.get(kind) ?? 0) - 1),
		);
	};
	return most;
}

describe('several at a time', () => {
	/** How many requests arrived before the first of them was answered. */
	const atFirst = (method: string) => {
		const requests = tenant.requests(method);
		const firstAnswer = Math.min(...requests.map(({ endedAt = Infinity }) => endedAt));
		return requests.filter(({ at }) => at < firstAnswer).length;
	};

	it('are five requests that read at first, four that write, and never more than twenty', async () => {
		tenant.sandbox.behaviour.latencyMs = 100;
		const most = watchConcurrency();
		await tenant.run(invite('findOrCreate'), { input: emails(PEOPLE) });
		expect(atFirst('GET')).toBe(5);
		expect(atFirst('POST')).toBe(4);
		expect(most.get('')).toBeGreaterThan(5);
		expect(most.get('')).toBeLessThanOrEqual(20);
	});

	it.each([1, 5, 20])(
		'are at most %i requests where a person says so, from the first answer on',
		async (concurrency) => {
			// A busy machine must have the time to send them all.
			Object.assign(tenant.sandbox.behaviour, { latencyMs: 10 * concurrency });
			tenant.sandbox.tenant.addEvents(oneASecond(3000));
			const most = watchConcurrency();
			const options = { concurrency };
			const logs = { resource: 'auditLog', operation: 'getAll', returnAll: true, options };
			expect((await tenant.run(logs)).items).toHaveLength(3000);
			expect(most.get('')).toBeLessThanOrEqual(concurrency);
			expect(most.get('')).toBeGreaterThanOrEqual(Math.ceil(concurrency / 2));
		},
	);

	it.each([-1, 21, 2.5, 'many'])('can not be %j', async (concurrency) => {
		const options = { concurrency };
		const logs = { resource: 'auditLog', operation: 'getAll', returnAll: true, options };
		await expect(tenant.run(logs)).rejects.toThrow(
			"'Concurrency' is not a whole number from 0 to 20",
		);
		expect(tenant.sandbox.requests).toEqual([]);
	});

	// Node warns of a leak when more than ten listen to one signal, and n8n's log shows that.
	it('do not all listen to Stop, however many they are', async () => {
		tenant.sandbox.behaviour.latencyMs = 40;
		const { signal } = new AbortController();
		const listen = jest.spyOn(signal, 'addEventListener');
		const most = watchConcurrency();
		await tenant.run(get('usr-ada'), { input: emails(100), signal });
		expect(most.get('')).toBeGreaterThan(5);
		expect(listen.mock.calls.length).toBeLessThanOrEqual(10);
	});

	it('give their items in the order of the input, rightly paired, whoever is answered first', async () => {
		const people = emails(60).map(({ email }, n) => ({
			...tenant.sandbox.tenant.addUser({ email, id: `usr-${n}` }),
			n,
		}));
		// Every answer takes another time.
		tenant.sandbox.behaviour.latencyMs = 2;
		let count = 0;
		tenant.sandbox.onRequest = () => {
			tenant.sandbox.behaviour.latencyMs = ((count++ * 7) % 13) * 2;
		};
		const { items } = await tenant.run(get('={{ $json.id }}'), { input: people });
		expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual(
			people.map(({ id, n }) => [id, { item: n }]),
		);
	});

	it('end with the first item that fails, and begin no others', async () => {
		tenant.sandbox.behaviour.latencyMs = 20;
		const input = emails(100).map((_, n) => ({ id: n === 3 || n === 4 ? 'usr-none' : 'usr-ada' }));
		const run = tenant.run(get('={{ $json.id }}'), { input });
		await expect(run).rejects.toMatchObject({ context: { itemIndex: 3 } });
		expect(tenant.sandbox.requests.length).toBeLessThan(12);
	});
});

describe('the same email', () => {
	const again = ['kay@acme.com', 'KAY@acme.com', 'kay@acme.com ', 'Kay@Acme.com'];
	const input = again.flatMap((email) => [{ email }, { email }]);

	it('is never worked on twice at once, and invited once', async () => {
		Object.assign(tenant.sandbox.behaviour, { latencyMs: 20, invitedListed: false });
		const most = watchConcurrency();
		const { items } = await tenant.run(invite('findOrCreate'), { input });
		expect(items.map(({ json }) => json.created)).toEqual([true, ...Array(7).fill(false)]);
		expect(tenant.requests('POST')).toHaveLength(1);
		expect([...most.values()]).toEqual([1]);
	});

	it('is created by the first item, and refused to the others', async () => {
		tenant.sandbox.behaviour.latencyMs = 20;
		const { items } = await tenant.run(invite('create'), {
			input,
			onError: 'continueRegularOutput',
		});
		expect(items.map(({ json }) => 'id' in json)).toEqual([true, ...Array(7).fill(false)]);
	});

	it('whose invitation is refused for one item is tried again for the next', async () => {
		tenant.sandbox.inject(
			{ type: 'status', status: 403 },
			{ match: ({ method }) => method === 'POST' },
		);
		const { items } = await tenant.run(invite('findOrCreate'), {
			input: input.slice(0, 3),
			onError: 'continueRegularOutput',
		});
		expect(items.map(({ json }) => json.created)).toEqual([undefined, true, false]);
	});
});

describe('too many requests', () => {
	const refusal = { type: 'status', status: 429, retryAfterSeconds: 1 } as const;

	it('a refusal slows all requests, not one', async () => {
		tenant.sandbox.behaviour.latencyMs = 10;
		tenant.sandbox.inject(refusal, { after: 20 });
		await tenant.run(get('usr-ada'), { input: emails(100) });
		const { requests } = tenant.sandbox;
		const refused = requests.findIndex(({ status }) => status === 429);
		// Those on their way still arrive, and then none for a second.
		const next = requests.findIndex(({ at }, index) => at > (requests[index - 1]?.at ?? at) + 850);
		expect(next).toBeGreaterThan(refused);
		expect(next - refused).toBeLessThanOrEqual(20);
		expect(requests).toHaveLength(101);
	});

	it('refusals many times in a row end nothing: nobody fails, and nobody is invited twice', async () => {
		const briefly = { ...refusal, retryAfterSeconds: IS_FULL ? 0.2 : 0.05 };
		tenant.sandbox.inject(briefly, { times: IN_A_ROW, after: 10 });
		const { items } = await tenant.run(invite('create'), { input: emails(PEOPLE) });
		expect(items).toHaveLength(PEOPLE);
		expect(tenant.sandbox.requests).toHaveLength(PEOPLE + IN_A_ROW);
		expect(tenant.sandbox.tenant.users).toHaveLength(PEOPLE + 3);
	}, 30_000);

	it('refusals many times in a row, without a word about how long to wait, end nothing either', async () => {
		tenant.sandbox.inject({ type: 'status', status: 429 }, { times: IN_A_ROW, after: 10 });
		const { items } = await tenant.run(invite('create'), { input: emails(PEOPLE) });
		expect(items).toHaveLength(PEOPLE);
		expect(tenant.sandbox.tenant.users).toHaveLength(PEOPLE + 3);
	}, 60_000);

	it('refusals come seldom where the limit is 50 a second', async () => {
		tenant.sandbox.behaviour.rateLimit = 50;
		const count = IS_FULL ? 200 : 60;
		const { items } = await tenant.run(invite('create'), { input: emails(count) });
		expect(items.map(({ json }) => json.email)).toEqual(emails(count).map(({ email }) => email));
		const refused = tenant.sandbox.requests.filter(({ status }) => status === 429);
		expect(refused.length).toBeLessThan(count / 10);
		expect(tenant.sandbox.tenant.users).toHaveLength(count + 3);
	}, 30_000);
});

describe('Stop', () => {
	it.each([
		['create', invite('create')],
		[
			'sync',
			invite('create', { operation: 'sync', mode: 'apply', options: { maxInvitations: 10_000 } }),
		],
	])(
		`ends %s in the middle of ${ITEMS} items at once`,
		async (_, parameters) => {
			const stop = new AbortController();
			let count = 0;
			tenant.sandbox.behaviour.latencyMs = 10;
			tenant.sandbox.onRequest = () => {
				if (++count === 100) stop.abort();
			};
			const options = { parameters, credentials: tenant.credentials, input: emails(ITEMS) };
			const node = new PeopleLens();
			const context = executeContext(node, { ...options, signal: stop.signal });
			let stopped = 0;
			stop.signal.addEventListener('abort', () => (stopped = Date.now()));
			await node.execute.call(context).catch(() => undefined);
			// The whole takes many times as long.
			expect(Date.now() - stopped).toBeLessThan(5000);
			// Of those on their way at the same time, 20 at most, some arrive later.
			expect(tenant.sandbox.requests.length).toBeLessThanOrEqual(120);
		},
		30_000,
	);

	it(`Stop ends the reading of ${PAGES} pages at once`, async () => {
		const stop = new AbortController();
		tenant.sandbox.tenant.addEvents(oneASecond(PAGES * 100));
		tenant.sandbox.behaviour.latencyMs = 10;
		let count = 0;
		let stopped = 0;
		tenant.sandbox.onRequest = ({ path }) => {
			if (++count !== 100) return;
			expect(path).toContain('audit-logs');
			stopped = Date.now();
			stop.abort();
		};
		const reading = { resource: 'auditLog', operation: 'getAll', returnAll: true };
		await tenant.run(reading, { signal: stop.signal });
		expect(Date.now() - stopped).toBeLessThan(5000);
		expect(tenant.sandbox.requests.length).toBeLessThanOrEqual(120);
	}, 30_000);

	it('Stop ends a pause at once', async () => {
		const stop = new AbortController();
		const refusal = { type: 'status', status: 429, retryAfterSeconds: 50 } as const;
		tenant.sandbox.inject(refusal, { times: Infinity });
		tenant.sandbox.onRequest = () => void delay(100).then(() => stop.abort());
		const started = Date.now();
		await tenant.run(get('usr-ada'), { input: emails(20), signal: stop.signal });
		expect(Date.now() - started).toBeLessThan(10_000);
	});
});
