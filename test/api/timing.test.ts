import { delay } from '../../nodes/PeopleLens/api/http/timing';
import { listenersOf } from '../support/node';

it('waiting often leaves nothing behind on the signal that ends it', async () => {
	const { signal } = new AbortController();
	for (let count = 0; count < 20; count++) await delay(0, signal);
	expect(listenersOf(signal, 'abort')).toHaveLength(0);
});

it('Stop ends the waiting', async () => {
	const controller = new AbortController();
	const began = Date.now();
	const waiting = delay(60_000, controller.signal);
	controller.abort();
	await waiting;
	expect(Date.now() - began).toBeLessThan(10_000);
});
