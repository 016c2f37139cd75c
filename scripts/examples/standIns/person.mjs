import { eventually } from '../../lib/eventually.mjs';

/**
 * A person who presses a button in a message: opens the link behind it, as a browser does. No
 * person is so quick that n8n has not gone to sleep by then, and n8n counts on that.
 * @param {import('../../host/rest.mjs').Rest} rest
 * @param {string} execution id of the one that waits for the answer
 */
export async function press(rest, execution, link) {
	const waits = async () => (await rest.executions.get(execution)).status === 'waiting';
	await eventually('n8n to wait for the person', waits);
	const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0' };
	const answer = await fetch(link, { headers });
	if (!answer.ok) throw new Error(`The link of the button answered ${answer.status}`);
}
