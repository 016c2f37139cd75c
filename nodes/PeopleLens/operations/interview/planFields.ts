import type { INodeProperties } from 'n8n-workflow';

import { requireId } from '../../parameters/id';
import type { ParameterSource } from '../../parameters/source';
import { notOneText, requireText, toText } from '../../parameters/text';
import type { ItemRun } from '../types';

/** No list of plans is known, so there is none to choose from. */
export const planIdField: INodeProperties = {
	displayName: 'Interview Plan ID',
	name: 'planId',
	type: 'string',
	placeholder: 'e.g. plan-42',
	default: '',
	required: true,
	description:
		"One candidate's interviews for one job. Webhooks of interviews bring it as plan_id.",
};

export const planId = (run: ItemRun): string =>
	typedId(run, run.context.getNodeParameter('planId', run.itemIndex), 'Interview Plan ID');

/** An ID of which there is no list: it was typed, or found by an expression. @throws NodeOperationError */
export function typedId(source: ParameterSource, value: unknown, displayName: string): string {
	requireText(source, value, displayName);
	const exact = toText(value);
	if (exact === undefined) throw notOneText(source, displayName);
	const wayOut = `Copy the ID anew, or check the expression in '${displayName}'.`;
	return requireId(source, exact, displayName, wayOut);
}
