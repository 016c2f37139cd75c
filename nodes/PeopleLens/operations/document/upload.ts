import { getCandidate } from '../../api/candidates';
import { uploadDocument as sendDocument } from '../../api/documents';
import { excerpt } from '../../domain/excerpt';
import { candidateLocator } from '../../fields/recordLocators';
import { isTooLarge } from '../../api/files/form';
import { MAX_FILE_BYTES } from '../../api/files/stream';
import { invalidParameter } from '../../parameters/source';
import { readChosenPerson, recordId } from '../records';
import type { ItemOperation } from '../types';
import { readInputFile } from './inputFile';

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
		const file = await readInputFile(run);
		if (file.size === 0) {
			throw invalidParameter(
				run,
				`The file '${excerpt(file.name)}' in 'Input Binary Field' is empty`,
				'For this item, nothing was sent. Check the node that brings the file.',
			);
		}
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
