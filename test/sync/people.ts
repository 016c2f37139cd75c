import type { SyncRules, TenantUser, WantedPerson } from '../../nodes/PeopleLens/sync/types';

/** Ada Lovelace, Recruiter, from the first input item, unless said otherwise. */
export const wanted = (fields: Partial<WantedPerson> = {}): WantedPerson => ({
	item: 0,
	email: 'ada@acme.com',
	firstName: 'Ada',
	lastName: 'Lovelace',
	role: 'Recruiter',
	...fields,
});

/** The same person, with access. */
export const user = (fields: Partial<TenantUser> = {}): TenantUser => ({
	id: 'usr-ada',
	email: 'ada@acme.com',
	first_name: 'Ada',
	last_name: 'Lovelace',
	role: 'Recruiter',
	...fields,
});

export const others = (count: number, fields: Partial<TenantUser> = {}): TenantUser[] =>
	Array.from({ length: count }, (_, n) =>
		user({ id: `usr-${n}`, email: `user${n}@acme.com`, last_name: `Other ${n}`, ...fields }),
	);

export const rules = (fields: Partial<SyncRules> = {}): SyncRules => ({
	createMissing: true,
	deactivateExtra: true,
	maxDeactivations: 10,
	maxInvitations: 100,
	protectedRoles: ['Administrator'],
	protectedEmails: [],
	...fields,
});
