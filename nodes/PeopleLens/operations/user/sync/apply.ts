import type { SyncRules, SyncStep } from '../../../sync/types';
import type { ListRun } from '../../types';
import { personKey } from '../invite';
import { executeStep } from './step';
import type { CheckedStep, SyncOutcome } from './step';

/**
 * Carries out the steps of a plan. What an earlier try of this run has done is not done again, and is
 * part of the outcome. Never throws.
 */
export async function applySteps(
	{ forEach, earlier, ...run }: ListRun,
	steps: CheckedStep[],
	rules: SyncRules,
) {
	const before = new Set(earlier.finished);
	const outcomes = await forEach(steps, async (checked) => {
		const key = personOf(checked.step);
		const known = earlier.outcomeOf<SyncOutcome>(key);
		before.delete(key);
		// Who is listed again may have been let in again: they are looked at once more.
		if (known && checked.step.action !== 'deactivate') return asItIsNow(known, checked);

		const outcome = await executeStep(run, checked, rules, true);
		const { step, status, isUnclear } = outcome;
		const isChanged = status === 'done' && step.action !== 'none';
		if (isChanged || isUnclear) await earlier.keepOutcome(key, outcome);
		return outcome;
	});
	// People who were deactivated are no longer there to be planned for.
	return [...outcomes, ...[...before].flatMap((key) => earlier.outcomeOf<SyncOutcome>(key) ?? [])];
}

/** Who may have been invited, and is there now, was. */
function asItIsNow(
	{ isUnclear, error, ...known }: SyncOutcome,
	{ step }: CheckedStep,
): SyncOutcome {
	if (!isUnclear) return known;
	return step.action === 'none'
		? { ...known, status: 'done', step: { ...known.step, user: step.user } }
		: { ...known, error, isUnclear };
}

const personOf = ({ action, wanted, user }: SyncStep) =>
	action === 'deactivate' && user ? `ID ${user.id}` : personKey(wanted?.email ?? '');
