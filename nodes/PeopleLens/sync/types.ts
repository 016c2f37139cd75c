/**
 * A sync knows no HTTP and no n8n: a list of people who should have access, the people who have
 * it, and what would make the two the same.
 */

/** Somebody who should have access, as one input item says it. */
export interface WantedPerson {
	/** The index of that input item. */
	item: number;
	/** Undefined when the item carries none that is usable. */
	email?: string;
	firstName: string;
	lastName: string;
	/** Undefined for the role that the tenant gives by default. */
	role?: string;
	/** Why this person can't be invited like that, in words for the user. */
	problem?: string;
}

/** Somebody who has access now, as far as PeopleLens tells. */
export interface TenantUser {
	id: string;
	/** As PeopleLens tells it: it may be empty, or hold characters that nobody can see. */
	email: string;
	first_name?: string;
	last_name?: string;
	role?: string;
}

export interface SyncRules {
	createMissing: boolean;
	deactivateExtra: boolean;
	/** More than these, and nothing at all is changed. */
	maxDeactivations: number;
	/** The same for invitations. */
	maxInvitations: number;
	/** People with one of these roles are never deactivated, nor are these people themselves. */
	protectedRoles: string[];
	protectedEmails: string[];
}

/** `review` is for a person to look at: nothing is changed. */
export type SyncAction = 'create' | 'deactivate' | 'none' | 'review';

/** What is to become of one person. */
export interface SyncStep {
	action: SyncAction;
	/** The input items that name this person: none for somebody who has access and is not named. */
	items: number[];
	/** The first of them. */
	wanted?: WantedPerson;
	user?: TenantUser;
	/** Why the action is not carried out. */
	reason?: string;
}

export interface SyncPlan {
	/** One for each person: those of the list in its order, then the others who have access. */
	steps: SyncStep[];
	refusal?: Refusal;
}

/** Why nothing at all may be changed, and what to do about it. */
export interface Refusal {
	/** Without a full stop: more is said behind it. */
	reason: string;
	fix: string;
}
