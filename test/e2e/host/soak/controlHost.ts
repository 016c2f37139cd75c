/** An n8n whose own triggers do the same: what it comes to need as well is not the package's. */
import { publishOrFail } from '../../harness/n8n/publication';
import { randomUUID } from '../../harness/node';
import { NODE_TYPES } from '../../harness/nodeTypes';
import { serve } from '../../harness/stubs/server';
import { createWorkflow, type NewNode } from '../../harness/workflow';
import type { HostEnvironment } from '../environment';
import { EVERY_MINUTE, everyTenSeconds } from '../watchedWorkflow';
import { openLoad } from './load';

export type ControlHost = Awaited<ReturnType<typeof openControlHost>>;

/**
 * RSS Feed Triggers check as often, and a Chat Trigger takes the webhooks: for each of both n8n makes
 * an isolate, which it does not for its Webhook node.
 */
export async function openControlHost() {
	const load = await openLoad('n8n alone', {});
	const { environment } = load;
	const feed = await serve(() => ({ body: feedAt(new Date()) }));
	for (const item of [EVERY_MINUTE, everyTenSeconds()]) {
		await publishTrigger(environment, {
			name: 'Feed',
			type: NODE_TYPES.rssFeedTrigger,
			parameters: { pollTimes: { item }, feedUrl: feed.url },
		});
	}
	const webhookId = randomUUID();
	await publishTrigger(environment, {
		name: 'Chat',
		type: NODE_TYPES.chatTrigger,
		typeVersion: 1.3,
		webhookId,
		parameters: { public: true, mode: 'webhook', options: {} },
	});
	const url = `${environment.n8n.url}/webhook/${webhookId}/chat`;
	await environment.sandbox.setUpWebhooks({ url });
	return {
		...load,
		play: (minutes: number) => load.play(minutes, async () => {}),
		stop: async () => {
			await load.stop();
			feed.stop();
		},
	};
}

/** There is something new at each check. */
const feedAt = (time: Date): string =>
	'<rss version="2.0"><channel><title>Feed</title>' +
	`<item><title>New</title><pubDate>${time.toISOString()}</pubDate></item></channel></rss>`;

async function publishTrigger({ rest }: HostEnvironment, trigger: NewNode): Promise<void> {
	const nodes = [trigger, { name: 'Work', type: NODE_TYPES.noOp }];
	const { id } = await rest.workflows.create(createWorkflow({ name: trigger.name, nodes }));
	await publishOrFail(rest, id);
}
