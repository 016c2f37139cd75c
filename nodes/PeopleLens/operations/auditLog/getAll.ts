import type { IDataObject } from 'n8n-workflow';

import { addActors, MAX_SINGLE_LOOK_UPS } from '../../api/actors';
import { listAuditLogs } from '../../api/auditLogs';
import type { AuditLog } from '../../api/types';
import { actionsField } from '../../fields/actions';
import { auditLogFilterFields } from '../../fields/auditLogFilters';
import { filtersCollection, optionsCollection } from '../../fields/collections';
import { concurrencyField } from '../../fields/concurrency';
import { includeActorField } from '../../fields/includeActor';
import { limitFields } from '../../fields/limit';
import { matchesFilters, readAuditLogFilters } from '../../parameters/auditLogFilters';
import { optionOr, requireBoolean, requireChoice } from '../../parameters/choice';
import { optionalDate } from '../../parameters/date';
import type { Meaning } from '../../parameters/instant';
import { readLimit } from '../../parameters/limit';
import { readCollection } from '../../parameters/origin';
import { invalidParameter, isAdded } from '../../parameters/source';
import { readRows } from '../../reader/read';
import type { ItemOperation, ItemRun } from '../types';

const filters = filtersCollection([
	actionsField,
	auditLogFilterFields.userId,
	auditLogFilterFields.entityId,
	auditLogFilterFields.entityType,
	auditLogFilterFields.excludeUserIds,
	{
		displayName: 'Since',
		name: 'since',
		type: 'dateTime',
		default: '',
		description: 'Only what happened after this time, in the time zone of the workflow',
	},
	{
		displayName: 'Until',
		name: 'until',
		type: 'dateTime',
		default: '',
		description:
			'Only what happened up to this time, in the time zone of the workflow. The calendar sets 0:00: to include a day, choose the one after it. A day alone, from an expression, means its end.',
	},
]);

const options = optionsCollection([
	concurrencyField,
	includeActorField,
	{
		displayName: 'Order',
		name: 'order',
		type: 'options',
		options: [
			{ name: 'Newest First', value: 'newest' },
			{ name: 'Oldest First', value: 'oldest' },
		],
		default: 'newest',
		description: 'Which come first, and which are returned when there are more than the limit',
	},
]);

export const getAllAuditLogs: ItemOperation = {
	resource: 'auditLog',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many audit logs',
	description: 'Read who did what and when, such as logins and deleted candidates',
	fields: [...limitFields, filters, options],
	async execute(run) {
		const { context, itemIndex, api, mutex } = run;
		const { order, includeActor } = readOptions(run);
		const limit = readLimit(run);
		const entered: IDataObject = context.getNodeParameter('filters', itemIndex, {});
		const asked = readCollection(run, 'filters', entered);
		const period = readPeriod(run, asked);
		const { action, filters: wanted } = await readAuditLogFilters(
			run,
			api,
			isAdded(asked, 'actions') ? asked.actions : [],
			asked,
		);

		const logs = await readRows(
			(page) => listAuditLogs(api, { ...page, action }),
			{ ...period, limit, order, accept: (log) => matchesFilters(log, wanted) },
			run.width,
		);
		if (!includeActor) return logs;
		// Everyone is asked for once, although other items may need the same people.
		return await mutex.runExclusive('actors', async () => await withActors(run, logs));
	},
};

async function withActors({ context, api, cache: { actors } }: ItemRun, logs: AuditLog[]) {
	const wasIncomplete = actors.isIncomplete;
	const logsWithActors = await addActors(api, logs, actors);
	if (actors.isIncomplete && !wasIncomplete) {
		context.addExecutionHints?.({
			message: `More than ${MAX_SINGLE_LOOK_UPS} of the people who did something are not among the active users of PeopleLens. Only the first ${MAX_SINGLE_LOOK_UPS} of them were asked for; the others come as actor: null.`,
			type: 'warning',
			location: 'outputPane',
		});
	}
	return logsWithActors;
}

function readOptions(run: ItemRun) {
	const chosen: IDataObject = run.context.getNodeParameter('options', run.itemIndex, {});
	return {
		order: optionOr<'newest' | 'oldest'>(chosen, 'order', 'newest', (value) =>
			requireChoice(run, value, 'Order', ['newest', 'oldest']),
		),
		includeActor: optionOr(chosen, 'includeActor', false, (value) =>
			requireBoolean(run, value, 'Include Actor'),
		),
	};
}

function readPeriod(run: ItemRun, asked: IDataObject) {
	const date = (name: string, displayName: string, meaning: Meaning) =>
		isAdded(asked, name) ? optionalDate(run, asked[name], displayName, meaning) : undefined;
	const since = date('since', 'Since', 'first');
	const until = date('until', 'Until', 'last');
	if (since === undefined || until === undefined || since < until) return { since, until };
	if (since === until) {
		throw invalidParameter(
			run,
			"'Since' and 'Until' are the same time",
			'Make one of them earlier or later.',
		);
	}
	throw invalidParameter(
		run,
		"'Since' is later than 'Until'",
		'Swap the two, or clear one of them.',
	);
}
