import {
	join,
	mkdirSync,
	randomBytes,
	readFileSync,
	writeFileSync,
} from '../../test/e2e/harness/node';
import type { Account } from '../../test/e2e/harness/n8n/rest';

/** What a demo keeps from one start to the next. */
export interface Memory {
	/** Of the owner of its n8n. */
	account: Account;
	/** Of the last start. */
	ports: { n8n?: number; sandbox?: number };
}

/**
 * Reads what the last start left in the folder, or makes a new account. The password is made up for
 * each folder: the n8n behind it may hold the API key of a real tenant.
 */
export function recall(folder: string): Memory {
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

export function remember(folder: string, memory: Memory): void {
	mkdirSync(folder, { recursive: true });
	writeFileSync(fileIn(folder), JSON.stringify(memory, null, 2), { mode: 0o600 });
}

const fileIn = (folder: string) => join(folder, 'demo.json');
