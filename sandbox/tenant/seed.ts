import type { NewEvent, Tenant } from './tenant';

export interface SeedOptions {
	/** Active users. */
	users: number;
	auditLogs: number;
	/** The moment of the newest event, in ms since the epoch. */
	historyEnd: number;
}

/** About thirty events an hour: a mid-size company in working hours. */
const MEAN_GAP_MS = 120_000;

/** Fills a new tenant with people and a history. The same seed and options give the same. */
export function seed(tenant: Tenant, { users, auditLogs, historyEnd }: SeedOptions): void {
	const { random } = tenant;
	for (let index = 0; index < users; index++) {
		tenant.addUser(index === 0 ? { role: 'Administrator' } : {});
	}
	// One in twenty has left: they still stand in the audit logs as actors.
	for (let index = 0; index < Math.floor(users / 20); index++) {
		tenant.addUser({ state: 'deactivated' });
	}
	const gaps = Array.from({ length: auditLogs }, () =>
		// Bulk actions write several events within one millisecond.
		random.chance(0.03) ? 0 : Math.ceil(-Math.log(1 - random.next()) * MEAN_GAP_MS),
	);
	let at = historyEnd - gaps.slice(1).reduce((sum, gap) => sum + gap, 0);
	const history: NewEvent[] = gaps.map((gap, index) => {
		if (index > 0) at += gap;
		return { created_at: new Date(at).toISOString() };
	});
	tenant.addEvents(history, 0);
}
