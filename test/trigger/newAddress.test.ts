import { createServer, httpRequest, once, type AddressInfo } from '../support/node';
import { openTenant, type OpenTenant } from './watch';

/** A company is renamed, http becomes https, a port changes: the same PeopleLens has another address. */

let tenant: OpenTenant;
let stopForwarding: () => Promise<void>;
let newUrl: string;

beforeEach(async () => {
	tenant = await openTenant();
	const server = createServer((request, response) => {
		const { method, headers } = request;
		const forwarded = httpRequest(`${tenant.sandbox.url}${request.url}`, { method, headers });
		forwarded.on('response', (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		forwarded.on('error', () => response.destroy());
		request.pipe(forwarded);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	newUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	stopForwarding = async () => {
		server.closeAllConnections();
		server.close();
		await once(server, 'close');
	};
});
afterEach(async () => {
	await stopForwarding();
	await tenant.stop();
});

const happen = (...ids: string[]) => tenant.sandbox.tenant.addEvents(ids.map((id) => ({ id })));

/** The trigger with what it remembers, where the credential has the new address. */
function atNewAddress(trigger: ReturnType<OpenTenant['activate']>, parameters = {}) {
	const credentials = { baseUrl: newUrl, apiKey: tenant.sandbox.apiKey };
	const next = tenant.activate(parameters, { staticData: trigger.staticData(), credentials });
	const log: string[] = [];
	next.context.logger.warn = (text) => void log.push(text);
	return { ...next, log };
}

it.each([{}, { startFrom: 'date', startDate: '2020-01-01T00:00:00Z' }])(
	'what happened meanwhile comes at the new address, once: %j',
	async (parameters) => {
		const trigger = tenant.activate(parameters);
		await trigger.check();
		happen('before');
		expect(await trigger.check()).toEqual(['before']);
		happen('meanwhile 1', 'meanwhile 2');

		const moved = atNewAddress(trigger, parameters);
		expect(await moved.check()).toBeNull();
		expect(await moved.check()).toEqual(['meanwhile 1', 'meanwhile 2']);
		happen('after');
		expect(await moved.check()).toEqual(['after']);
		expect(await moved.check()).toBeNull();
		expect(moved.log).toEqual([
			`This trigger watched ${tenant.sandbox.url}, and goes on at ${newUrl}: the events that it has delivered are listed there as well.`,
		]);
	},
);

it('also behind more events than fit on a page, whatever the order', async () => {
	for (const sortOrder of ['newest', 'oldest'] as const) {
		tenant.sandbox.behaviour.sortOrder = sortOrder;
		const trigger = tenant.activate();
		await trigger.check();
		happen(`${sortOrder} before`);
		await trigger.check();
		const ids = Array.from({ length: 450 }, (_, n) => `${sortOrder} ${n}`);
		happen(...ids);
		const moved = atNewAddress(trigger);
		expect(await moved.check()).toBeNull();
		expect(new Set(await moved.check())).toEqual(new Set(ids));
	}
});

it('where PeopleLens can not be asked at once, the next check finds it out', async () => {
	const trigger = tenant.activate();
	await trigger.check();
	happen('before');
	await trigger.check();
	happen('meanwhile');
	const moved = atNewAddress(trigger);
	tenant.sandbox.inject({ type: 'status', status: 401 });
	await expect(moved.check()).rejects.toThrow();
	expect(await moved.check()).toBeNull();
	expect(await moved.check()).toEqual(['meanwhile']);
});

it('another PeopleLens is another list, also where IDs are the same', async () => {
	const trigger = tenant.activate();
	await trigger.check();
	happen('before');
	await trigger.check();
	const other = await openTenant();
	try {
		other.sandbox.tenant.addEvents([
			{ id: 'before', created_at: new Date(Date.now() - 30_000).toISOString() },
		]);
		const credentials = { baseUrl: other.sandbox.url, apiKey: other.sandbox.apiKey };
		const elsewhere = other.activate({}, { staticData: trigger.staticData(), credentials });
		expect(await elsewhere.check()).toBeNull();
		expect(await elsewhere.check()).toBeNull();
	} finally {
		await other.stop();
	}
});
