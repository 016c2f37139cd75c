import type { IDataObject } from 'n8n-workflow';

import { addActors } from '../../api/actors';
import { listAuditLogs } from '../../api/auditLogs';
import { readRows } from '../../reader/read';
import { actionsField } from '../../fields/actions';
import { auditLogFilterFields, passes, readAuditLogFilters } from '../../fields/auditLogFilters';
import { filtersOf, optionsOf } from '../../fields/collections';
import { concurrencyField, readConcurrency } from '../../fields/concurrency';
import { optionalDate } from '../../fields/dates';
import { includeActorField } from '../../fields/includeActor';
import { limitFields, readLimit } from '../../fields/limit';
import { unusable } from '../../fields/values';
import type { ItemOperation, ItemRun } from '../types';

const filters = filtersOf([
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
		description: 'Only what happened up to this time, in the time zone of the workflow',
	},
]);

const options = optionsOf([
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
		const { context, itemIndex, api, memory } = run;
		const chosen = context.getNodeParameter('options', itemIndex, {});
		const limit = readLimit(run);
		const asked = context.getNodeParameter('filters', itemIndex, {});
		const period = readPeriod(run, asked);
		const wanted = await readAuditLogFilters(run, api, asked.actions, asked);

		// The API filters by one action only; several are cheaper read together and filtered here.
		const action = wanted.actions.length === 1 ? wanted.actions[0] : undefined;
		const logs = await readRows(
			(page) => listAuditLogs(api, { ...page, action }),
			{
				...period,
				limit,
				order: chosen.order === 'oldest' ? 'oldest' : 'newest',
				accept: (log) => passes(log, wanted),
			},
			readConcurrency(context),
		);
		if (!chosen.includeActor) return logs;
		// Everyone is asked for once, although other items may need the same people.
		return await memory.turns.take('actors', async () => await addActors(api, logs, memory.actors));
	},
};

function readPeriod(run: ItemRun, { since, until }: IDataObject) {
	const period = {
		since: optionalDate(run, since, 'Since'),
		until: optionalDate(run, until, 'Until'),
	};
	if (period.since !== undefined && period.until !== undefined && period.since > period.until) {
		throw unusable(run, "'Since' is later than 'Until'", 'Swap the two, or empty one of them.');
	}
	return period;
}
