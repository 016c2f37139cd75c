import type { SyncRules, SyncStep } from './types';

/**
 * A list that would change so much is more likely to be a wrong list than what somebody wants.
 * @param tenantSize how many people have access, as far as PeopleLens tells
 * @returns why nothing at all may be changed
 */
export function exceededLimit(
	steps: readonly SyncStep[],
	tenantSize: number,
	rules: SyncRules,
): string | undefined {
	return tooManyDeactivations(steps, tenantSize, rules) ?? tooManyInvitations(steps, rules);
}

/** @returns why nothing at all may be changed, because of those who would lose their access */
export function tooManyDeactivations(
	steps: readonly SyncStep[],
	tenantSize: number,
	{ maxDeactivations }: SyncRules,
): string | undefined {
	const leaving = countOf(steps, 'deactivate');
	if (leaving > maxDeactivations) {
		return `This sync would deactivate ${people(leaving)}, and 'Maximum Deactivations' allows ${maxDeactivations}`;
	}
	if (leaving * 2 > tenantSize) {
		return `This sync would deactivate ${people(leaving)} of ${tenantSize}, which is more than half of the tenant`;
	}
	return undefined;
}

function tooManyInvitations(
	steps: readonly SyncStep[],
	{ maxInvitations }: SyncRules,
): string | undefined {
	const coming = countOf(steps, 'create');
	return coming > maxInvitations
		? `This sync would invite ${people(coming)}, and 'Maximum Invitations' allows ${maxInvitations}`
		: undefined;
}

/** How many steps of a kind are to be carried out. */
const countOf = (steps: readonly SyncStep[], action: SyncStep['action']) =>
	steps.filter((step) => step.action === action && !step.reason).length;

const people = (count: number) => (count === 1 ? 'one person' : `${count} people`);
