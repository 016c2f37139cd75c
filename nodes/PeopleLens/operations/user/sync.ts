import isUndefined from 'lodash/isUndefined';
import omitBy from 'lodash/omitBy';
import type { IDataObject } from 'n8n-workflow';

import { listAllUsers } from '../../api/directory';
import { unusable } from '../../fields/values';
import { makePlan } from '../../sync/plan';
import type { SyncPlan } from '../../sync/types';
import type { ListOperation, Result, Run } from '../types';
import { chosenMode, readRules, syncFields } from './syncFields';
import { hintAt } from './syncHints';
import { readPeople } from './syncPeople';
import { settle } from './syncStep';
import type { SyncOutcome } from './syncStep';

export const syncUsers: ListOperation = {
	resource: 'user',
	operation: 'sync',
	name: 'Sync',
	action: 'Sync users',
	description:
		'Give access to exactly the people on a list, such as that of your HR system. All input items together are that list.',
	fields: syncFields,
	async executeAll(run) {
		const rules = readRules(run);
		const people = readPeople(run);
		const { users, mayBeCut } = await listAllUsers(run.api);
		const plan = makePlan(people, users, rules);
		const mode = chosenMode(run);
		const isApplied = mode === 'apply';
		if (plan.refusal && isApplied) throw refused(run, plan.refusal);

		const steps = plan.refusal ? withReason(plan.steps, plan.refusal) : plan.steps;
		const outcomes = await run.forEach(
			steps,
			async (step) => await settle(run, step, rules, isApplied),
		);
		const isIncomplete = mayBeCut || outcomes.some(({ wasNotListed }) => wasNotListed);
		hintAt(run, {
			outcomes,
			isApplied,
			isModeChosen: mode !== undefined,
			isIncomplete,
			userCount: users.length,
			refusal: plan.refusal,
		});
		return outcomes.map((outcome) => report(outcome, isIncomplete));
	},
};

function refused(run: Run, refusal: string) {
	return unusable(
		run,
		`${refusal}. Nothing was changed.`,
		"Check that the input items are the whole list and that 'Email' is mapped rightly: a preview shows who it would be. If it is what you want, raise 'Maximum Deactivations', or deactivate some of them first.",
	);
}

/** A preview of what Apply would refuse still shows who it would be. */
const withReason = (steps: SyncPlan['steps'], refusal: string) =>
	steps.map((step) =>
		step.action === 'create' || step.action === 'deactivate'
			? { ...step, reason: step.reason ?? `${refusal}, so nothing would be changed` }
			: step,
	);

/** One line of the report: who, what, and what became of it. */
function report({ step, status, error }: SyncOutcome, isIncomplete: boolean): Result {
	const { action, items, wanted, user, reason } = step;
	const json: IDataObject = {
		email: user?.email || (wanted?.email ?? ''),
		first_name: user?.first_name ?? wanted?.firstName ?? '',
		last_name: user?.last_name ?? wanted?.lastName ?? '',
		role: user ? user.role : wanted?.role,
		action,
		status,
		reason,
		error,
		id: user?.id,
		listMayBeIncomplete: isIncomplete || undefined,
	};
	return { json: omitBy(json, isUndefined), items };
}
