import type { IDataObject } from 'n8n-workflow';

import { getCandidate, updateCandidate as changeCandidate } from '../../api/candidates';
import type { CandidateChanges } from '../../api/candidates';
import { excerpt } from '../../domain/excerpt';
import { updateFieldsCollection } from '../../fields/collections';
import { candidateLocator } from '../../fields/recordLocators';
import { readChanges } from '../../parameters/changes';
import { requireEmail } from '../../parameters/email';
import { emptyIn, requireObject } from '../../parameters/object';
import { isExpression } from '../../parameters/origin';
import { invalidParameter } from '../../parameters/source';
import type { ParameterSource } from '../../parameters/source';
import { requireText } from '../../parameters/text';
import { readChosenPerson, recordId } from '../records';
import type { ItemOperation } from '../types';

const FIELDS = {
	email: { key: 'email', displayName: 'Email', read: requireEmail },
	externalId: { key: 'external_id', displayName: 'External ID' },
	firstName: { key: 'first_name', displayName: 'First Name', read: requireText },
	lastName: { key: 'last_name', displayName: 'Last Name', read: requireText },
	metadata: { key: 'metadata', displayName: 'Metadata', read: requireMetadata },
	status: { key: 'status', displayName: 'Status', read: requireText },
};

export const updateCandidate: ItemOperation = {
	resource: 'candidate',
	operation: 'update',
	name: 'Update',
	action: 'Update candidate',
	description: "Change a candidate's name, email, status or own fields",
	fields: [
		candidateLocator,
		updateFieldsCollection([
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				placeholder: 'e.g. name@email.com',
				default: '',
			},
			{
				displayName: 'External ID',
				name: 'externalId',
				type: 'string',
				default: '',
				description: 'The ID of this candidate in another system, such as your HR system',
			},
			{ displayName: 'First Name', name: 'firstName', type: 'string', default: '' },
			{ displayName: 'Last Name', name: 'lastName', type: 'string', default: '' },
			{
				displayName: 'Metadata',
				name: 'metadata',
				type: 'json',
				default: '{}',
				description:
					'Fields of your own, as a JSON object. Keys that are not in it stay as they are, and one that is null is sent as null.',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'string',
				placeholder: 'e.g. hired',
				default: '',
				description: 'As PeopleLens writes it',
				hint: 'Starts what listens to candidate events: make sure that a workflow does not start itself',
			},
		]),
	],
	async execute(run) {
		const id = recordId(run, 'candidateId', 'Candidate');
		const fields: IDataObject = run.context.getNodeParameter('updateFields', run.itemIndex, {});
		const changes: CandidateChanges = readChanges(run, fields, FIELDS);
		const change = async () => {
			const read = async () => await getCandidate(run.api, id);
			const { email } = changes;
			const chosen = await readChosenPerson(run, 'candidateId', 'Candidate', read, email);
			return await changeCandidate(run.api, id, changes, chosen);
		};
		return [await run.mutex.runExclusive(`candidate ${id}`, change)];
	},
};

/** Metadata with something to change in it. @throws NodeOperationError */
function requireMetadata(source: ParameterSource, value: unknown): IDataObject {
	const object = requireObject(source, value, 'Metadata');
	// What an expression in it did not find would be left out on the way, and so be lost.
	const found = Object.entries(object).filter(([, one]) => one !== undefined);
	if (found.length > 0) return requireNoneEmpty(source, Object.fromEntries(found));
	throw invalidParameter(
		source,
		"'Metadata' has nothing in it",
		`Enter what is to be changed, such as {"badge": 7}, or remove 'Metadata'.`,
	);
}

/**
 * As with all fields, only a person clears something by leaving it empty: in an expression, a blank cell,
 * or a name that was misspelt inside an object, would take away what another system keeps there.
 * @throws NodeOperationError
 */
function requireNoneEmpty(source: ParameterSource, object: IDataObject) {
	const path = isExpression(source, 'updateFields.metadata') ? emptyIn(object) : undefined;
	if (path === undefined) return object;
	throw invalidParameter(
		source,
		`'${excerpt(path.join('.'))}' in 'Metadata' is empty`,
		"Enter a value, or check that the expression in 'Metadata' returns one there. To leave a key as it is, as in {{ { badge: $json.badge || undefined } }}, let it return undefined; to clear it, null.",
	);
}
