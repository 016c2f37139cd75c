import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Memory what a demo keeps from one start to the next
 * @property {import('../host/rest.mjs').Account} account of the owner of its n8n
 * @property {{ n8n?: number, sandbox?: number }} ports of the last start
 */

/**
 * Reads what the last start left in the folder, or makes a new account. The password is made up for
 * each folder: the n8n behind it may hold the API key of a real tenant.
 * @returns {Memory}
 */
export function recall(folder) {
	try {
		return JSON.parse(readFileSync(fileIn(folder), 'utf8'));
	} catch {
		return {
			account: {
				email: 'demo@peoplelens.example',
				// n8n wants at least one digit and one capital letter.
				password: `Demo1-${randomBytes(6).toString('hex')}`,
				firstName: 'PeopleLens',
				lastName: 'Demo',
			},
			ports: {},
		};
	}
}

/** @param {Memory} memory */
export function remember(folder, memory) {
	mkdirSync(folder, { recursive: true });
	writeFileSync(fileIn(folder), JSON.stringify(memory, null, 2), { mode: 0o600 });
}

const fileIn = (folder) => join(folder, 'demo.json');
