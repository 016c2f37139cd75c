import { NodeOperationError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import type { ParameterSource } from '../../nodes/PeopleLens/parameters/source';

const node: INode = {
	id: 'node-1',
	name: 'PeopleLens',
	type: 'peopleLens',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** The panel of a node in a workflow of Berlin, as the fourth item sees it. */
export const panel: ParameterSource = {
	context: { getNode: () => node, getTimezone: () => 'Europe/Berlin' },
	itemIndex: 3,
};

/** What the user is told, and for which item. */
export function refusalOf(read: () => unknown): { message: string; description?: string | null } {
	let thrown: unknown;
	try {
		read();
	} catch (error) {
		thrown = error;
	}
	expect(thrown).toBeInstanceOf(NodeOperationError);
	const { message, description, context } = thrown as NodeOperationError;
	expect(context.itemIndex).toBe(panel.itemIndex);
	return { message, description };
}

export const isEmpty = (name: string) => ({
	message: `'${name}' is empty`,
	description: `Enter a value, or check that the expression in '${name}' returns one. To do without it, remove '${name}'.`,
});

export const isRequired = (name: string) => ({
	message: `'${name}' is empty`,
	description: `Enter a value, or check that the expression in '${name}' returns one for every item.`,
});

export const isNoText = (name: string) => ({
	message: `'${name}' is not a text`,
	description: `Check the expression in '${name}': it must return one text value for each item, not a list or an object.`,
});

export const isTooLong = (name: string) => ({
	message: `'${name}' has more than 1000 characters`,
	description: `Check the expression in '${name}': it must return one text value for each item.`,
});
