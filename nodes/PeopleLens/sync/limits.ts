import type { Refusal, SyncRules, SyncStep } from './types';

/**
 * A list that would change so much is more likely to be a wrong list than what somebody wants.
 * @param tenantSize how many people have access, as far as PeopleLens tells
 * @returns why nothing at all may be changed
 */
export function exceededLimit(
	steps: readonly SyncStep[],
	tenantSize: number,
	rules: SyncRules,
): Refusal | undefined {
	return tooManyDeactivations(steps, tenantSize, rules) ?? tooManyInvitations(steps, rules);
}

/** @returns why nothing at all may be changed, because of those who would lose their access */
export function tooManyDeactivations(
	steps: readonly SyncStep[],
	tenantSize: number,
	{ maxDeactivations }: SyncRules,
): Refusal | undefined {
	const leaving = countOf(steps, 'deactivate');
	if (leaving > maxDeactivations) {
		return {
			reason: `This sync would deactivate ${people(leaving)}, and 'Maximum Deactivations' allows ${maxDeactivations}`,
			fix: `${LOOK} If that is what you want, raise 'Maximum Deactivations'.`,
		};
	}
	if (leaving * 2 > tenantSize) {
		return {
			reason: `This sync would deactivate ${people(leaving)} of ${tenantSize}, which is more than half of the tenant`,
			fix: `${LOOK} No option allows more than half: if that is what you want, deactivate some of them by hand first.`,
		};
	}
	return undefined;
}

function tooManyInvitations(
	steps: readonly SyncStep[],
	{ maxInvitations }: SyncRules,
): Refusal | undefined {
	const coming = countOf(steps, 'create');
	if (coming <= maxInvitations) return undefined;
	return {
		reason: `This sync would invite ${people(coming)}, and 'Maximum Invitations' allows ${maxInvitations}`,
		fix: `${LOOK} If that is what you want, raise 'Maximum Invitations'.`,
	};
}

const LOOK =
	'Check that the input items are the whole list, and that each has the right email: a preview shows who would be affected.';

/** How many steps of a kind are to be carried out. */
const countOf = (steps: readonly SyncStep[], action: SyncStep['action']) =>
	steps.filter((step) => step.action === action && !step.reason).length;

const people = (count: number) => (count === 1 ? 'one person' : `${count} people`);
