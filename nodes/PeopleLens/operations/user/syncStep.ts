import { NodeApiError } from 'n8n-workflow';

import { isConflict } from '../../api/errors';
import { deactivateUser, findUserByEmail, inviteUser } from '../../api/users';
import { optionalRole } from '../../fields/roles';
import { stepFor } from '../../sync/plan';
import type { SyncRules, SyncStep } from '../../sync/types';
import type { Run } from '../types';

/** What became of one person. */
export interface SyncOutcome {
	/** With a `reason`, where it was skipped. */
	step: SyncStep;
	status: 'planned' | 'done' | 'failed' | 'skipped';
	/** What went wrong. */
	error?: string;
	/** The person has access, but was not on PeopleLens's list of users. */
	wasNotListed: boolean;
}

/**
 * Carries out one step of a plan, or only looks what it would come to. Never throws: what goes wrong
 * with one person is that person's outcome.
 * @param apply false changes nothing
 */
export async function settle(
	run: Run,
	planned: SyncStep,
	rules: SyncRules,
	apply: boolean,
): Promise<SyncOutcome> {
	try {
		const step = await confirmed(run, planned, rules);
		const wasNotListed = step !== planned;
		if (step.reason) return { step, status: 'skipped', wasNotListed };
		if (!apply) return { step, status: 'planned', wasNotListed };
		const settled = await carryOut(run, step);
		return { step: settled, status: settled.reason ? 'skipped' : 'done', wasNotListed };
	} catch (thrown) {
		return { step: planned, status: 'failed', error: inWords(thrown), wasNotListed: false };
	}
}

/** Somebody who isn't on the list of users may be there all the same: the API may have cut it. */
async function confirmed(run: Run, step: SyncStep, rules: SyncRules): Promise<SyncStep> {
	if (step.action !== 'create' || step.reason || !step.wanted?.email) return step;
	const user = await findUserByEmail(run.api, step.wanted.email);
	return user ? { ...stepFor([step.wanted], user, rules), items: step.items } : step;
}

async function carryOut(run: Run, step: SyncStep): Promise<SyncStep> {
	if (step.action === 'deactivate' && step.user) {
		await deactivateUser(run.api, step.user.id);
	}
	if (step.action !== 'create' || !step.wanted?.email) return step;

	const { email, firstName, lastName, role } = step.wanted;
	const invitation = { email, firstName, lastName, role: optionalRole(run, role) };
	return await inviteUser(run.api, invitation).then(
		(user) => ({ ...step, user }),
		(error: unknown) => {
			// Not among the active users, but known: so it would be with every further run.
			if (isConflict(error) && error instanceof NodeApiError && error.httpCode === '409') {
				return { ...step, reason: KNOWN };
			}
			throw error;
		},
	);
}

const KNOWN =
	'PeopleLens knows this email, but lists no active user with it: invited and not yet there, or deactivated. Look for the person in PeopleLens.';

/** An item holds no error object, so what PeopleLens itself said follows the message. */
function inWords(thrown: unknown): string {
	if (!(thrown instanceof Error)) return String(thrown);
	const said = thrown instanceof NodeApiError ? thrown.description : undefined;
	return said ? `${thrown.message} ${said}` : thrown.message;
}
