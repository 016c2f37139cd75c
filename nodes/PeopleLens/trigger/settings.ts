import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import type { Api } from '../api/client';
import { readAuditLogFilters } from '../parameters/auditLogFilters';
import type { AuditLogSelection } from '../parameters/auditLogFilters';
import { optionOr, requireBoolean, requireChoice } from '../parameters/choice';
import { optionalDate } from '../parameters/date';
import { requireNumber } from '../parameters/number';
import type { NumberRange } from '../parameters/number';
import { readCollection } from '../parameters/origin';
import { foundNothing, invalidParameter, isMissing } from '../parameters/source';
import { readChosenActions } from './triggerOn';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What the panel says, in the units of the poller. */
export interface TriggerSettings extends AuditLogSelection {
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
	const source = { context };
	const entered = context.getNodeParameter('filters', {}) as IDataObject;
	const chosen = readCollection(source, 'filters', entered);
	const options = context.getNodeParameter('options', {}) as IDataObject;
	const number = (name: string, displayName: string, range: NumberRange) =>
		optionOr(options, name, range.example, (value) =>
			requireNumber(source, value, displayName, range),
		);
	const settings = {
		startDate: readStartDate(context),
		maxEvents: number('maxEvents', 'Maximum Events per Check', {
			min: 1,
			max: 10_000,
			example: 1000,
		}),
		overlap:
			number('overlapMinutes', 'Overlap (Minutes)', {
				min: 1,
				max: 60,
				fractions: true,
				example: 5,
			}) * MINUTE,
		ignoreOlderThan:
			number('ignoreOlderThanHours', 'Ignore Older Than (Hours)', {
				min: 0,
				max: 87_600,
				fractions: true,
				example: 0,
			}) * HOUR,
		includeActor: optionOr(options, 'includeActor', false, (value) =>
			requireBoolean(source, value, 'Include Actor'),
		),
		testEvents: number('testEvents', 'Number of Test Events', { min: 1, max: 100, example: 3 }),
	};
	const actions = readChosenActions(context);
	return { ...settings, ...(await readAuditLogFilters(source, api, actions, chosen)) };
}

const BEGIN_NOW = "To begin now, set 'Start From' to Now.";

function readStartDate(context: IPollFunctions): number | undefined {
	const startFrom = context.getNodeParameter('startFrom', 'now');
	if (requireChoice({ context }, startFrom, 'Start From', ['now', 'date']) === 'now') {
		return undefined;
	}
	const value = context.getNodeParameter('startDate', '');
	if (isMissing(value)) throw foundNothing({ context }, 'Start Date', BEGIN_NOW);
	const date = optionalDate({ context }, value, 'Start Date');
	if (date !== undefined) return date;
	throw invalidParameter({ context }, "'Start Date' is empty", `Pick a date. ${BEGIN_NOW}`);
}
