import isUndefined from 'lodash/isUndefined';
import omitBy from 'lodash/omitBy';
import type { IDataObject } from 'n8n-workflow';

import { listAllUsers } from '../../../api/userList';
import { invalidParameter } from '../../../parameters/source';
import { tooManyDeactivations } from '../../../sync/limits';
import { makePlan, refusalOf } from '../../../sync/plan';
import type { SyncRules, WantedPerson } from '../../../sync/types';
import type { ListOperation, ListRun, OutputRow } from '../../types';
import { applySteps } from './apply';
import { syncFields } from './fields';
import { addHints } from './hints';
import { findPartialList } from './partialList';
import { readPeople } from './readPeople';
import { chosenMode, readRules } from './settings';
import { executeStep, recheckMissing } from './step';
import type { CheckedStep, SyncOutcome } from './step';

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
		const { people, understood } = readPeople(run);
		const mode = chosenMode(run);
		const isApplied = mode === 'apply';
		const partial = rules.deactivateExtra ? findPartialList(run.context) : undefined;
		if (partial && isApplied) {
			throw invalidParameter(run, `${partial.reason}. ${EVERYBODY_ELSE}`, partial.fix);
		}

		const planned = await planSteps(run, people, rules);
		if (planned.refusal && isApplied) {
			const { reason, fix } = planned.refusal;
			throw invalidParameter(run, `${reason}. Nothing was changed.`, fix);
		}
		const { isIncomplete } = planned;
		const steps = partial
			? planned.steps.map((step) => withReason(step, partial.reason))
			: planned.steps;
		const outcomes = isApplied
			? await applySteps(run, steps, rules)
			: await run.forEach(steps, async (step) => await executeStep(run, step, rules, false));
		const refusal = (partial ?? planned.refusal)?.reason;
		const isModeChosen = mode !== undefined;
		addHints(run, {
			outcomes,
			isApplied,
			isModeChosen,
			isIncomplete,
			refusal,
			understood,
		});
		return outcomes.map((outcome) => report(outcome, isIncomplete));
	},
};

const EVERYBODY_ELSE =
	"With 'Deactivate Extra', everybody else would lose their access. So this run has changed nothing.";

/** Decides on everybody before anybody's access is changed. */
async function planSteps(run: ListRun, people: WantedPerson[], rules: SyncRules) {
	const { users, mayBeTruncated } = await listAllUsers(run.api);
	const plan = makePlan(people, users, rules);

	// Those who seem to be missing from a list that was cut may be fewer than they seem.
	const isFinal =
		plan.refusal !== undefined &&
		!(mayBeTruncated && tooManyDeactivations(plan.steps, users.length, rules) === undefined);
	const checked: CheckedStep[] = isFinal
		? plan.steps.map((step) => ({ step, wasNotListed: false }))
		: await run.forEach(plan.steps, async (step) => await recheckMissing(run, step, rules));
	const steps = checked.map(({ step }) => step);
	const refusal = isFinal ? plan.refusal : refusalOf(people, users, steps, rules);
	return {
		steps:
			refusal === undefined ? checked : checked.map((step) => withReason(step, refusal.reason)),
		refusal,
		isIncomplete: mayBeTruncated || checked.some(({ wasNotListed }) => wasNotListed),
	};
}

/** A preview of what Apply would refuse still shows who it would be. */
function withReason(checked: CheckedStep, refusal: string): CheckedStep {
	const { step } = checked;
	if (step.action !== 'create' && step.action !== 'deactivate') return checked;
	const reason = step.reason ?? `${refusal}, so nothing would be changed`;
	return { ...checked, step: { ...step, reason } };
}

/** One line of the report: who, what, and what became of it. */
function report({ step, status, error }: SyncOutcome, isIncomplete: boolean): OutputRow {
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
