import type { IBinaryData } from 'n8n-workflow';

import { getCandidate } from '../../api/candidates';
import { uploadDocument as sendDocument } from '../../api/documents';
import { excerpt } from '../../domain/excerpt';
import { candidateLocator } from '../../fields/recordLocators';
import { isTooLarge, outgoingFile } from '../../api/files/form';
import { MAX_FILE_BYTES } from '../../api/files/stream';
import { invalidParameter } from '../../parameters/source';
import { requireText } from '../../parameters/text';
import { readChosenPerson, recordId } from '../records';
import type { ItemOperation, ItemRun } from '../types';

export const uploadDocument: ItemOperation = {
	resource: 'document',
	operation: 'upload',
	name: 'Upload',
	action: 'Upload document to candidate',
	description: 'Add a file to a candidate, such as a résumé, which PeopleLens then reads',
	fields: [
		candidateLocator,
		{
			displayName: 'Input Binary Field',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'data',
			required: true,
			hint: 'The name of the input binary field that holds the file',
		},
	],
	async execute(run) {
		const candidateId = recordId(run, 'candidateId', 'Candidate');
		const file = await outgoingFile(run.context.helpers, readBinary(run));
		if (isTooLarge(file)) {
			throw invalidParameter(
				run,
				`The file '${excerpt(file.name)}' is larger than ${MAX_FILE_BYTES / 1_000_000} MB`,
				'Nothing was sent. Make the file smaller, or add it in PeopleLens.',
			);
		}
		const read = async () => await getCandidate(run.api, candidateId);
		await readChosenPerson(run, 'candidateId', 'Candidate', read);
		return [await sendDocument(run.api, candidateId, file.name, file.open)];
	},
};

/** @throws NodeOperationError when the item has no such file */
function readBinary(run: ItemRun): IBinaryData {
	const { context, itemIndex } = run;
	const name = 'Input Binary Field';
	const field = requireText(run, context.getNodeParameter('binaryPropertyName', itemIndex), name);
	try {
		// n8n knows where files are: in a field of their own, or among the data of the item.
		return context.helpers.assertBinaryData(itemIndex, field);
	} catch {
		throw noFile(run, field, name);
	}
}

function noFile(run: ItemRun, field: string, name: string) {
	const there = Object.keys(run.context.getInputData()[run.itemIndex].binary ?? {});
	return invalidParameter(
		run,
		`The item has no file in the binary field '${field}'`,
		there.length > 0
			? `It has ${there.join(', ')}. Check '${name}'.`
			: `Check '${name}', and that the node before this one gives a file.`,
	);
}
