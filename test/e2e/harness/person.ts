import axios from 'axios';
import { eventually } from './eventually';
import type { Rest } from './n8n/rest';

/**
 * A person who presses a button in a message: opens the link behind it, as a browser does. No
 * person is so quick that n8n has not gone to sleep by then, and n8n counts on that.
 * @param execution ID of the one that waits for the answer
 */
export async function press(rest: Rest, execution: string, link: string): Promise<void> {
	await eventually('n8n to wait for the person', async () => {
		const asleep = await rest.executions.find(execution);
		return asleep?.status === 'waiting';
	});
	const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0';
	await axios.get(link, { proxy: false, headers: { 'user-agent': browser } });
}
