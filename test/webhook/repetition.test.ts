import { Workflow } from 'n8n-workflow';

import { RecentDeliveries } from '../../nodes/PeopleLens/webhook/recentDeliveries';
import { createHost } from '../support/host';
import { PeopleLensWebhookTrigger } from '../../nodes/PeopleLens/PeopleLensWebhookTrigger.node';
import { httpRequest, nextTurn } from '../support/node';
import { deliver, sign, STAGE_CHANGED } from './deliver';
import { startWebhookHost } from './host';
import type { WebhookHost, WebhookHostOptions } from './host';

let host: WebhookHost;
const start = async (options?: WebhookHostOptions) => {
	host = await startWebhookHost(options);
};
afterEach(async () => await host?.stop());

const REPEATED = { status: 200, text: '{"message":"This delivery was received before"}' };

describe('a repeated delivery', () => {
	it('is answered 200 and starts no second execution, in whatever encoding it is signed', async () => {
		await start();
		await deliver(host);
		expect(await deliver(host)).toEqual(REPEATED);
		const signature = sign(JSON.stringify(STAGE_CHANGED)).toString('base64');
		expect(await deliver(host, { signature })).toEqual(REPEATED);
		expect(host.executions).toHaveLength(1);
		expect(host.log).toEqual([expect.stringContaining('the same was received before')]);
	});

	it('is told from another event by its bytes', async () => {
		await start();
		await deliver(host);
		await deliver(host, { body: JSON.stringify(STAGE_CHANGED, null, 1) });
		expect(host.executions).toHaveLength(2);
	});

	it('starts one execution when 20 of them arrive at the same time', async () => {
		await start();
		host.beforeExecution = async () => {
			while (host.received < 20) await nextTurn();
		};
		const answers = await Promise.all(Array.from({ length: 20 }, async () => await deliver(host)));
		expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
		expect(host.executions).toHaveLength(1);
	});

	it('is another one for another trigger', async () => {
		await start();
		await deliver(host);
		host.node.id = 'node-2';
		await deliver(host);
		expect(host.executions).toHaveLength(2);
	});

	it('is known after hundreds of others were answered', async () => {
		await start();
		const deliveries = Array.from({ length: 300 }, (_, index) => ({ event: `event.${index}` }));
		await Promise.all(deliveries.map(async (body) => await deliver(host, { body })));
		expect(await deliver(host, { body: deliveries[0] })).toEqual(REPEATED);
	});

	it('starts an execution each time, with the option switched off', async () => {
		await start({ parameters: { options: { ignoreRepeated: false } } });
		await deliver(host);
		await deliver(host);
		expect(host.executions).toHaveLength(2);
	});

	it('starts an execution each time in the editor, where a sample is sent over and over', async () => {
		await start({ mode: 'manual' });
		await deliver(host);
		await deliver(host);
		expect(host.executions).toHaveLength(2);
	});

	it('is refused like any other when its signature is wrong', async () => {
		await start();
		await deliver(host);
		expect((await deliver(host, { secret: 'dummy-wrong-example' })).status).toBe(401);
	});
});

describe('no event is lost to the memory of deliveries', () => {
	it('when n8n could not store the execution, and the same delivery comes again', async () => {
		await start();
		host.beforeExecution = async () => {
			throw new Error('The database is gone');
		};
		expect((await deliver(host)).status).toBe(500);
		host.beforeExecution = async () => {};
		expect((await deliver(host)).status).toBe(200);
		expect(host.executions).toHaveLength(1);
	});

	it('when that happens while repeated ones are waiting: one of them starts the execution', async () => {
		await start();
		let failures = 3;
		host.beforeExecution = async () => {
			await nextTurn();
			if (failures-- > 0) throw new Error('The database is gone');
		};
		const answers = await Promise.all(Array.from({ length: 10 }, async () => await deliver(host)));
		const statuses = answers.map(({ status }) => status).sort();
		expect(statuses).toEqual([...Array(7).fill(200), 500, 500, 500]);
		expect(host.executions).toHaveLength(1);
	});

	/** Sends a delivery and hangs up while n8n stores the execution, which then does what it does. */
	async function hangUp(afterwards: () => void | Promise<void>): Promise<void> {
		const body = JSON.stringify(STAGE_CHANGED);
		const headers = { 'x-peoplelens-signature': sign(body).toString('hex') };
		const request = httpRequest(host.url, { method: 'POST', headers });
		request.on('error', () => {});
		const answered = new Promise<void>((resolve) => {
			host.beforeExecution = async (response) => {
				const hungUp = new Promise<void>((closed) => response.once('close', () => closed()));
				request.destroy();
				await hungUp;
				void nextTurn().then(resolve);
				await afterwards();
			};
		});
		request.end(body);
		await answered;
		host.beforeExecution = async () => {};
	}

	it('when the sender hung up, and n8n could not store the execution', async () => {
		await start();
		await hangUp(() => {
			throw new Error('The database is gone');
		});
		expect((await deliver(host)).text).toBe('{"message":"Accepted"}');
		expect(await deliver(host)).toEqual(REPEATED);
		expect(host.executions).toHaveLength(1);
	});

	it('and none is repeated when the sender hung up, but n8n has stored the execution', async () => {
		await start();
		await hangUp(() => {});
		expect(await deliver(host)).toEqual(REPEATED);
		expect(host.executions).toHaveLength(1);
	});

	it('nor repeated while n8n waits for other executions to end, because it limits how many run at a time', async () => {
		await start();
		let startExecution = () => {};
		const busy = new Promise<void>((resolve) => (startExecution = resolve));
		await hangUp(async () => await busy);
		const { status } = await deliver(host);
		expect([status, host.executions.length]).toEqual([503, 0]);
		expect(host.log.join()).toMatch(/\(503\), because n8n has yet to answer the same delivery/);
		startExecution();
		await nextTurn();
		expect(await deliver(host)).toEqual(REPEATED);
		expect(host.executions).toHaveLength(1);
	});

	it('when a sender hung up while its repeated delivery was waiting for the first one', async () => {
		await start();
		const body = JSON.stringify(STAGE_CHANGED);
		const headers = { 'x-peoplelens-signature': sign(body).toString('hex') };
		const waiting = httpRequest(host.url, { method: 'POST', headers });
		waiting.on('error', () => {});
		host.beforeExecution = async () => {
			host.beforeExecution = async () => {};
			const arrived = host.received + 1;
			waiting.end(body);
			while (host.received < arrived) await nextTurn();
			const hungUp = new Promise<void>((resolve) => host.lastResponse?.once('close', resolve));
			waiting.destroy();
			await hungUp;
			throw new Error('The database is gone');
		};
		expect((await deliver(host)).status).toBe(500);
		expect((await deliver(host)).status).toBe(200);
	});

	it('when it was filtered out, and the filter is changed', async () => {
		await start({ parameters: { events: ['job.closed'] } });
		await deliver(host);
		expect(host.executions).toHaveLength(0);
		host.node.parameters.events = [];
		await deliver(host);
		expect(host.executions).toHaveLength(1);
	});
});

it('the memory of deliveries is bounded, and forgets the oldest first', async () => {
	const recent = new RecentDeliveries(2);
	for (const key of ['a', 'b', 'c']) {
		expect(await recent.claim(key)).toBe('new');
		recent.settle(key, true);
	}
	expect(await recent.claim('c')).toBe('repeated');
	expect(await recent.claim('b')).toBe('repeated');
	expect(await recent.claim('a')).toBe('new');
});

it.each([true, false])(
	'a repeated delivery waits for the first one, and is dropped when that was accepted: %s',
	async (isAccepted) => {
		const recent = new RecentDeliveries();
		expect(await recent.claim('a')).toBe('new');
		let claim: string | undefined;
		const repeated = recent.claim('a').then((claimed) => (claim = claimed));
		await nextTurn();
		expect(claim).toBeUndefined();
		recent.settle('a', isAccepted);
		expect(await repeated).toBe(isAccepted ? 'repeated' : 'new');
	},
);

describe('a delivery whose sender hung up before n8n answered', () => {
	const MINUTES = 60_000;

	async function abandoned() {
		const n8n: { now: number; answer?: boolean } = { now: 0 };
		const recent = new RecentDeliveries(10, () => n8n.now);
		expect(await recent.claim('a')).toBe('new');
		recent.abandon('a', () => n8n.answer);
		return { n8n, claim: async () => await recent.claim('a') };
	}

	it('is repeated once n8n has accepted it, and stays so', async () => {
		const { n8n, claim } = await abandoned();
		n8n.answer = true;
		expect(await claim()).toBe('repeated');
		n8n.answer = false;
		expect(await claim()).toBe('repeated');
	});

	it('is new once n8n has failed to store it', async () => {
		const { n8n, claim } = await abandoned();
		n8n.answer = false;
		expect(await claim()).toBe('new');
	});

	it('is neither, however many thousands of others were abandoned as well', async () => {
		const recent = new RecentDeliveries();
		const keys = Array.from({ length: 5_000 }, (_, n) => `waiting ${n}`);
		for (const key of keys) {
			await recent.claim(key);
			recent.abandon(key, () => undefined);
		}
		for (const key of keys) expect(await recent.claim(key)).toBe('undecided');
	});

	it('is not forgotten for those that n8n has failed to store', async () => {
		const recent = new RecentDeliveries();
		await recent.claim('waiting');
		recent.abandon('waiting', () => undefined);
		for (let n = 0; n < 6_000; n++) {
			await recent.claim(`${n}`);
			recent.abandon(`${n}`, () => false);
		}
		expect(await recent.claim('waiting')).toBe('undecided');
	});

	it('stays repeated when it makes room for others', async () => {
		const recent = new RecentDeliveries();
		for (let n = 0; n < 6_000; n++) {
			await recent.claim(`${n}`);
			recent.abandon(`${n}`, () => n % 3 > 0);
		}
		expect(await recent.claim('0')).toBe('new');
		expect(await recent.claim('1')).toBe('repeated');
		expect(await recent.claim('5999')).toBe('repeated');
	});

	it('is neither as long as n8n may still answer, and new after ten minutes: rather twice than never', async () => {
		const { n8n, claim } = await abandoned();
		n8n.now = 9 * MINUTES;
		expect(await claim()).toBe('undecided');
		n8n.now = 10 * MINUTES;
		expect(await claim()).toBe('new');
	});
});

/**
 * Why the memory is not kept in n8n's static data: n8n builds a second `Workflow` on the same object
 * when it prepares an execution (`establishContextForPersistence` in its workflow-runner.js), before
 * it answers and looks whether there is something to save (live-webhooks.js).
 */
it('n8n forgets that a webhook changed static data, once the execution is prepared', () => {
	const { workflow } = createHost(new PeopleLensWebhookTrigger(), {
		staticData: { 'node:PeopleLens Webhook Trigger': { recent: ['a'] } },
	});
	const node = workflow.getNode('PeopleLens Webhook Trigger') ?? undefined;
	workflow.getStaticData('node', node).recent = ['a', 'b'];
	expect(workflow.staticData.__dataChanged).toBe(true);
	const { nodeTypes, staticData } = workflow;
	void new Workflow({ nodes: [], connections: {}, active: true, nodeTypes, staticData });
	expect(workflow.staticData.__dataChanged).toBe(false);
});
