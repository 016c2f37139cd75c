import type { INodePropertyOptions } from 'n8n-workflow';

import { sameRole } from '../domain/roles';

/** The roles that PeopleLens knows, for dropdowns. */
export const roleOptions: INodePropertyOptions[] = [
	{ name: 'Administrator', value: 'Administrator' },
	{ name: 'Hiring Manager', value: 'HiringManager' },
	{ name: 'Interviewer', value: 'Interviewer' },
	{ name: 'Recruiter', value: 'Recruiter' },
];

/** A role as the dropdowns write it, or as PeopleLens does where it isn't one of theirs. */
export const roleName = (role?: string) =>
	roleOptions.find(({ value }) => sameRole(String(value), role))?.name ?? role;
