/** What the global set-up hands over to the processes in which the tests run. */
import { scratchFolder } from '../harness/folders';
import { join, nodeProcess } from '../harness/node';

const VARIABLE = 'PEOPLELENS_BROWSER_TEST';

/** A key that PeopleLens knows, and that may do nothing. */
export const POWERLESS_KEY = 'dummy-powerless-key-example';

/** Where the browser's cookies are kept once a person has signed up. */
export const SESSION_FILE = join(scratchFolder, 'browser-session.json');

interface Handover {
	/** Of n8n, without a trailing slash. */
	n8nUrl: string;
	sandbox: { url: string; apiKey: string };
}

export function handOver(handover: Handover): void {
	nodeProcess.env[VARIABLE] = JSON.stringify(handover);
}

export function readHandover(): Handover {
	const text = nodeProcess.env[VARIABLE];
	if (text) return JSON.parse(text);
	throw new Error('n8n has not been started.');
}
