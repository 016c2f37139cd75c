import { ShortLivedCache } from '../../nodes/PeopleLens/webhook/shortLivedCache';
import { deliver } from './deliver';
import { SECRET, startWebhookHost } from './host';

it('a burst of deliveries makes n8n read the credential once', async () => {
	const host = await startWebhookHost();
	try {
		const deliveries = Array.from({ length: 50 }, (_, index) => ({ event: `event.${index}` }));
		await Promise.all(deliveries.map(async (body) => await deliver(host, { body })));
		expect([host.executions.length, host.credentialReads]).toEqual([50, 1]);
	} finally {
		await host.stop();
	}
});

it('deliveries without a well-formed signature make n8n read no credential', async () => {
	const host = await startWebhookHost();
	try {
		await deliver(host, { signature: null });
		await deliver(host, { signature: 'forged' });
		expect(host.credentialReads).toBe(0);
	} finally {
		await host.stop();
	}
});

it('another credential in the node holds at once, and in the editor another secret, too', async () => {
	const secrets = { webhookSecret: 'dummy-old-example' };
	const host = await startWebhookHost({ secrets });
	const editor = await startWebhookHost({ secrets, mode: 'manual' });
	try {
		expect((await deliver(host)).status).toBe(401);
		expect((await deliver(editor)).status).toBe(500);
		secrets.webhookSecret = SECRET;
		expect((await deliver(editor)).status).toBe(200);
		host.node.credentials = { peopleLensWebhookApi: { id: '2', name: 'Other' } };
		expect((await deliver(host)).status).toBe(200);
	} finally {
		await Promise.all([host.stop(), editor.stop()]);
	}
});

describe('what is kept for 5 seconds', () => {
	const counter = () => {
		let calls = 0;
		return async () => ++calls;
	};

	it('is read again after that time, and when the clock is set back', async () => {
		const cache = new ShortLivedCache<number>();
		const load = counter();
		const values = [];
		for (const now of [0, 4_999, 5_000, 9_999, -1_000]) {
			values.push(await cache.get('key', load, now));
		}
		expect(values).toEqual([1, 1, 2, 2, 3]);
	});

	it('is not what could not be read', async () => {
		const cache = new ShortLivedCache<number>();
		const broken = async () => await Promise.reject(new Error('The database is gone'));
		await expect(cache.get('key', broken, 0)).rejects.toThrow('The database is gone');
		expect(await cache.get('key', counter(), 1)).toBe(1);
	});

	it('is not forgotten because an older reading ends in an error afterwards', async () => {
		const cache = new ShortLivedCache<number>();
		let fail: (reason: Error) => void = () => {};
		const slow = new Promise<number>((_, reject) => (fail = reject));
		const older = cache.get('key', async () => await slow, 0);
		const load = counter();
		expect(await cache.get('key', load, 6_000)).toBe(1);
		fail(new Error('The database is gone'));
		await expect(older).rejects.toThrow('The database is gone');
		expect(await cache.get('key', load, 6_001)).toBe(1);
	});

	it('is bounded', async () => {
		const cache = new ShortLivedCache<number>();
		const load = counter();
		for (let key = 0; key < 1_500; key++) await cache.get(`${key}`, load, 0);
		expect(await cache.get('1499', load, 1)).toBe(1_500);
		expect(await cache.get('0', load, 1)).toBe(1_501);
	});
});
