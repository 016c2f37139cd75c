import { DEFAULT_POLICY, INTERACTIVE_POLICY } from '../../nodes/PeopleLens/api/http/retry';
import { IS_FULL, nodeProcess } from '../support/node';

const { env } = nodeProcess;

/** All of them for CI, a fixed selection for the inner loop. `RUNS` and `SEED` look for more. */
export const RUNS = Number(env.RUNS ?? (IS_FULL ? 20_000 : 80));

export const SEED = Number(env.SEED ?? 20261125);

/** How long a request may take here, in ms. */
export const TIMEOUT_MS = 250;

/** Lets nothing wait longer than a test can. */
export function impatient({ timeoutMs = TIMEOUT_MS } = {}): void {
	for (const policy of [DEFAULT_POLICY, INTERACTIVE_POLICY]) {
		Object.assign(policy, { backoffMs: 1, maxBackoffMs: 2, maxWaitMs: 30, timeoutMs });
	}
}
