/**
 * A feed for n8n's own RSS Feed Trigger, and an answer without an end. Needs Node and nothing else:
 * node feed.mjs
 *
 *   http://localhost:8080/feed          a new item every 5 seconds, the last 100
 *   http://localhost:8080/feed?slow=30  answers 30 seconds after it was asked, with what there is then
 *   http://localhost:8080/drip          one byte each second, without an end
 *
 * It prints each request and how many items its answer has.
 */
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const PORT = Number(process.argv[2] ?? 8080);
const items = [];

const addItem = () => {
	const at = new Date();
	items.push(
		`<item><title>${items.length + 1}</title><pubDate>${at.toISOString()}</pubDate></item>`,
	);
};
const say = (text) => console.log(`${new Date().toISOString()} ${text}`);

addItem();
setInterval(addItem, 5000);

createServer(async (request, response) => {
	const { pathname, searchParams } = new URL(request.url, 'http://localhost');
	say(`asked for ${request.url}`);
	if (pathname === '/drip') {
		const timer = setInterval(() => response.write('.'), 1000);
		response.on('close', () => {
			clearInterval(timer);
			say('the caller of /drip hung up');
		});
		return;
	}
	await delay(Number(searchParams.get('slow') ?? 0) * 1000);
	const shown = items.slice(-100).join('');
	response.setHeader('content-type', 'application/rss+xml');
	response.end(`<rss version="2.0"><channel><title>Feed</title>${shown}</channel></rss>`);
	say(`answered, the newest item is ${items.length}`);
}).listen(PORT, '127.0.0.1', () => say(`listening on port ${PORT}`));
