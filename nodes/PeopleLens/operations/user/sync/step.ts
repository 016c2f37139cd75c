import { deactivateIfUnchanged } from '../../../api/deactivation';
import { isConflict, isOutcomeUnknown, messageOf } from '../../../api/errors/nodeErrors';
import { inviteUser, knownButNotActive } from '../../../api/invitation';
import { lookUpByEmail } from '../../../api/userLookup';
import { optionalRole } from '../../../parameters/role';
import { stepFor } from '../../../sync/plan';
import type { SyncRules, SyncStep } from '../../../sync/types';
import type { Run } from '../../types';

/** What became of one person. */
export interface SyncOutcome {
	/** With a `reason`, where it was skipped. */
	step: SyncStep;
	status: 'planned' | 'done' | 'failed' | 'skipped';
	/** What went wrong. */
	error?: string;
	/** The invitation may have been sent all the same. */
	isUnclear?: boolean;
}

/** A step of the plan, after PeopleLens was asked for the person it is about. */
export interface CheckedStep {
	step: SyncStep;
	/** Why PeopleLens could not be asked. */
	error?: string;
	/** The person has access, but was not on PeopleLens's list of users. */
	wasNotListed: boolean;
}

/**
 * Somebody who isn't on the list of users may be there all the same: the API may have cut it. Never
 * throws: what goes wrong with one person is that person's outcome.
 */
export async function recheckMissing(
	run: Run,
	step: SyncStep,
	rules: SyncRules,
): Promise<CheckedStep> {
	if (step.action !== 'create' || step.reason || !step.wanted?.email) {
		return { step, wasNotListed: false };
	}
	try {
		const lookup = await lookUpByEmail(run.api, step.wanted.email);
		if (lookup.kind === 'none') return { step, wasNotListed: false };
		if (lookup.kind === 'doubt') {
			return { step: { ...step, reason: lookup.reason }, wasNotListed: false };
		}
		const { items } = step;
		return { step: { ...stepFor([step.wanted], lookup.user, rules), items }, wasNotListed: true };
	} catch (thrown) {
		return { step, error: messageOf(thrown), wasNotListed: false };
	}
}

/**
 * Carries out one step of a plan, or only says what it would come to. Never throws.
 * @param apply false changes nothing
 */
export async function executeStep(
	run: Run,
	{ step, error }: CheckedStep,
	rules: SyncRules,
	apply: boolean,
): Promise<SyncOutcome> {
	if (error !== undefined) return { step, status: 'failed', error };
	if (step.reason) return { step, status: 'skipped' };
	if (!apply) return { step, status: 'planned' };
	try {
		const executed = await carryOut(run, step, rules);
		return { step: executed, status: executed.reason ? 'skipped' : 'done' };
	} catch (thrown) {
		const isUnclear = step.action === 'create' && isOutcomeUnknown(thrown);
		return { step, status: 'failed', error: messageOf(thrown), ...(isUnclear && { isUnclear }) };
	}
}

async function carryOut(run: Run, step: SyncStep, rules: SyncRules): Promise<SyncStep> {
	if (step.action === 'deactivate' && step.user) {
		const reason = await deactivateIfUnchanged(run.api, step.user, rules.protectedRoles);
		return { ...step, ...(reason && { reason }) };
	}
	if (step.action !== 'create' || !step.wanted?.email) return step;

	const { email, firstName, lastName, role } = step.wanted;
	const invitation = { email, firstName, lastName, role: optionalRole(run, role) };
	return await inviteUser(run.api, invitation).then(
		({ user, existed }) => (existed ? { ...step, user, reason: EXISTED } : { ...step, user }),
		(error: unknown) => {
			// Not among the active users, but known: so it would be with every further run.
			if (isConflict(error)) return { ...step, reason: knownButNotActive('this email') };
			throw error;
		},
	);
}

const EXISTED =
	'PeopleLens has this user already, with another name or role than the list says, and did not list them. Look for the person in PeopleLens.';
