import type { IDataObject } from 'n8n-workflow';

import { optionOr, requireBoolean } from '../../../parameters/choice';
import { requireEmails } from '../../../parameters/email';
import { requireNumber } from '../../../parameters/number';
import { requireRoles } from '../../../parameters/role';
import { invalidParameter } from '../../../parameters/source';
import type { SyncRules } from '../../../sync/types';
import type { Run } from '../../types';

export const MAX_DEACTIVATIONS = 10;
export const MAX_INVITATIONS = 100;
const PROTECTED_ROLES: string[] = ['Administrator'];

/** More people than any tenant has. */
const MOST_PEOPLE = 1_000_000;

/**
 * The mode that a person has chosen for this node, as it is stored: an expression could be filled in
 * by data or, where the node is a tool, by an AI model.
 * @returns undefined for an expression
 */
export function chosenMode({ context }: Run): 'preview' | 'apply' | undefined {
	const mode = context.getNodeParameter('mode', 0, 'preview', { rawExpressions: true });
	return mode === 'preview' || mode === 'apply' ? mode : undefined;
}

/**
 * Where the list of people is taken from: the panel's fields, or the input items' own. As it is
 * stored, like the mode: no data may choose which list decides on people's access.
 * @throws NodeOperationError for an expression
 */
export function chosenSource({ context }: Run): 'fields' | 'input' {
	const people = context.getNodeParameter('people', 0, 'fields', { rawExpressions: true });
	if (people === 'fields' || people === 'input') return people;
	throw invalidParameter(
		{ context },
		"'People' is neither Fields Below nor Input Items",
		'Choose one of them from the list: an expression is not accepted here.',
	);
}

/**
 * The rules that hold for the whole list: where they are expressions, the first item fills them in.
 * @throws NodeOperationError for a value that can't be used
 */
export function readRules({ context }: Run): SyncRules {
	const source = { context };
	const options: IDataObject = context.getNodeParameter('options', 0, {});
	const most = (name: string, displayName: string, otherwise: number) =>
		optionOr(options, name, otherwise, (value) =>
			requireNumber(source, value, displayName, { min: 0, max: MOST_PEOPLE, example: otherwise }),
		);
	const isOn = (name: string, displayName: string, otherwise: boolean) =>
		requireBoolean(source, context.getNodeParameter(name, 0, otherwise), displayName);
	return {
		createMissing: isOn('createMissing', 'Create Missing', true),
		deactivateExtra: isOn('deactivateExtra', 'Deactivate Extra', false),
		maxDeactivations: most('maxDeactivations', 'Maximum Deactivations', MAX_DEACTIVATIONS),
		maxInvitations: most('maxInvitations', 'Maximum Invitations', MAX_INVITATIONS),
		protectedRoles: optionOr(options, 'protectedRoles', PROTECTED_ROLES, (value) =>
			requireRoles(source, value, 'Protected Roles'),
		),
		protectedEmails: optionOr<string[]>(options, 'protectedEmails', [], (value) =>
			requireEmails(source, value, 'Protected Emails'),
		),
	};
}
