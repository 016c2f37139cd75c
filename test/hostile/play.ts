import { openHostileTenant, runAgainst } from './stage';

import type { Task } from './cases';
import type { Evidence } from './evidence';
import { INVARIANTS } from './invariants';
import type { HostileCase } from './stage';

/** What one case came to, and every law that it broke. */
export interface Played {
	evidence: Evidence;
	breaches: Array<{ invariant: string; breach: string }>;
}

/** Lets the node do its task on that server, and judges what it did. */
export async function play({ server, task }: { server: HostileCase; task: Task }): Promise<Played> {
	const tenant = await openHostileTenant(server);
	try {
		const evidence = await runAgainst(tenant, task.parameters, task.input, task.onError);
		const breaches = INVARIANTS.flatMap(({ name, breaches: find }) =>
			find(evidence, task.order).map((breach) => ({ invariant: name, breach })),
		);
		return { evidence, breaches };
	} finally {
		await tenant.stop();
	}
}
