import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import type { Api } from '../api/client';
import { readAuditLogFilters } from '../fields/auditLogFilters';
import type { AuditLogFilters } from '../fields/auditLogFilters';
import { optionalDate } from '../fields/dates';
import { unusable } from '../fields/values';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What the panel says, in the units of the poller. */
export interface TriggerSettings {
	filters: AuditLogFilters;
	/** The one action that the API can filter by. */
	action?: string;
	/** Begin here, in ms since the epoch; undefined for now. */
	startDate?: number;
	maxEvents: number;
	/** ms */
	overlap: number;
	/** ms; 0 for never */
	ignoreOlderThan: number;
	includeActor: boolean;
	testEvents: number;
}

/**
 * Reads the trigger's parameters. One request, where a person is given by email.
 * @throws NodeOperationError for a value that can't be used, NodeApiError for an unknown person
 */
export async function readSettings(context: IPollFunctions, api: Api): Promise<TriggerSettings> {
	const chosen = context.getNodeParameter('filters', {}) as IDataObject;
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const number = numberReader(context, options);
	const settings = {
		startDate: readStartDate(context),
		maxEvents: number('maxEvents', 'Maximum Events per Check', 1000, 1),
		overlap: number('overlapMinutes', 'Overlap (Minutes)', 5, 1) * MINUTE,
		ignoreOlderThan: number('ignoreOlderThanHours', 'Ignore Older Than (Hours)', 0, 0) * HOUR,
		includeActor: options.includeActor === true,
		testEvents: number('testEvents', 'Number of Test Events', 3, 1),
	};
	const actions = context.getNodeParameter('actions', []);
	const filters = await readAuditLogFilters({ context }, api, actions, chosen);
	return { ...settings, filters, action: onlyOne(filters.actions) };
}

/** Several actions are cheaper read together, with one cursor, and filtered here. */
const onlyOne = (actions: string[]) => (actions.length === 1 ? actions[0] : undefined);

function readStartDate(context: IPollFunctions): number | undefined {
	if (context.getNodeParameter('startFrom', 'now') !== 'date') return undefined;
	const value = context.getNodeParameter('startDate', '');
	const date = optionalDate({ context }, value, 'Start Date');
	if (date !== undefined) return date;
	throw unusable({ context }, "'Start Date' is empty", "Pick a date, or set 'Start From' to Now.");
}

function numberReader(context: IPollFunctions, options: IDataObject) {
	return (name: string, displayName: string, otherwise: number, least: number): number => {
		const value = Number(options[name] ?? otherwise);
		if (Number.isFinite(value) && value >= least) return value;
		throw unusable(
			{ context },
			`'${displayName}' is not a number of at least ${least}`,
			`Enter a number such as ${otherwise}, or remove the option.`,
		);
	};
}
