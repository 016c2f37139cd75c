import { deleteCandidate as deleteForGood } from '../../api/candidates';
import type { HiringRecord } from '../../api/records';
import { optionsCollection } from '../../fields/collections';
import { candidateLocator } from '../../fields/recordLocators';
import { requireChosenPerson } from '../../parameters/listChoice';
import { isTool, storedIn } from '../../parameters/origin';
import { invalidParameter } from '../../parameters/source';
import { ifNotFoundOptionFor, unlessNotFound } from '../ifNotFound';
import { recordId } from '../records';
import type { ItemOperation, ItemRun } from '../types';

export const deleteCandidate: ItemOperation = {
	resource: 'candidate',
	operation: 'delete',
	name: 'Delete',
	action: 'Delete candidate',
	description: 'Delete a candidate for good, with documents and interviews. Nobody can undo it.',
	fields: [
		candidateLocator,
		{
			displayName: 'Delete for Good',
			name: 'deleteForGood',
			type: 'boolean',
			noDataExpression: true,
			default: false,
			description:
				'Whether to really delete. Without it nothing is deleted, and the message says what would be lost. Only a person can switch it on: no expression, and no AI model.',
		},
		optionsCollection([ifNotFoundOptionFor('candidate')]),
	],
	async execute(run) {
		requireDecision(run);
		const id = recordId(run, 'candidateId', 'Candidate');
		const locator = storedIn(run, 'candidateId');
		const isMeant = ({ email }: HiringRecord) =>
			requireChosenPerson(run, locator, email, 'Candidate');
		const isGone = await unlessNotFound(run, async () => {
			await run.mutex.runExclusive(`candidate ${id}`, async () => {
				await deleteForGood(run.api, id, isMeant);
			});
			return true;
		});
		return [isGone ? { id, deleted: true } : { found: false, id }];
	},
};

/** @throws NodeOperationError unless a person has decided, in this very node, that candidates be deleted */
function requireDecision(run: ItemRun): void {
	const { context, itemIndex } = run;
	if (isTool(context)) {
		throw invalidParameter(
			run,
			'An AI model may not delete candidates',
			"Nothing was deleted. Use another operation for the tool, such as 'Get' or 'Update'.",
		);
	}
	// As it is stored: an expression could be filled in by data.
	const raw = { rawExpressions: true };
	if (context.getNodeParameter('deleteForGood', itemIndex, false, raw) === true) return;
	throw invalidParameter(
		run,
		"The candidate was not deleted: 'Delete for Good' is off",
		"It would delete the candidate's profile, documents, interviews and scorecards, and nobody could bring them back. To do that, switch on 'Delete for Good' by hand. To only take the candidate out of the process, use 'Update' with a status.",
	);
}
