import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isNotFound } from '../api/errors/nodeErrors';
import { optionOr, requireChoice } from '../parameters/choice';
import type { ItemRun } from './types';

/** For the options of operations that work on one record. */
export const ifNotFoundOptionFor = (kind: string): INodeProperties => ({
	displayName: 'If Not Found',
	name: 'ifNotFound',
	type: 'options',
	options: [
		{
			name: 'Continue',
			value: 'continue',
			description: `Return an item that says that the ${kind} was not found`,
		},
		{
			name: 'Fail With a Message',
			value: 'fail',
			description: 'Fail the item and say who was not found',
		},
	],
	default: 'fail',
	description: `What to do when PeopleLens has no such ${kind}`,
});

export const readOptions = ({ context, itemIndex }: ItemRun): IDataObject =>
	context.getNodeParameter('options', itemIndex, {});

/** Turns "not found" into undefined where the option says so. */
export async function unlessNotFound<T>(
	run: ItemRun,
	ask: () => Promise<T>,
): Promise<T | undefined> {
	const ifNotFound = optionOr(readOptions(run), 'ifNotFound', 'fail', (value) =>
		requireChoice(run, value, 'If Not Found', ['fail', 'continue']),
	);
	return await ask().catch((error: unknown) => {
		if (isNotFound(error) && ifNotFound === 'continue') return undefined;
		throw error;
	});
}
