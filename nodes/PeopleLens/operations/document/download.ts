import { listDocuments } from '../../api/documents';
import type { HiringRecord } from '../../api/records';
import { candidateLocator } from '../../fields/recordLocators';
import { downloadFile } from '../../api/files/download';
import { isMimeType, plainFileName } from '../../api/files/names';
import { readOptional } from '../../parameters/origin';
import { invalidParameter, isMissing, foundNothing } from '../../parameters/source';
import { requireText } from '../../parameters/text';
import { typedId } from '../interview/planFields';
import { recordId } from '../records';
import { ItemWithFiles } from '../types';
import type { ItemOperation, ItemRun } from '../types';

export const downloadDocument: ItemOperation = {
	resource: 'document',
	operation: 'download',
	name: 'Download',
	action: 'Download document of candidate',
	description: "Get one or all of a candidate's documents as files",
	fields: [
		candidateLocator,
		{
			displayName: 'Document ID',
			name: 'documentId',
			type: 'string',
			placeholder: 'e.g. doc-7',
			default: '',
			description: 'Leave it empty for all documents of the candidate',
		},
		{
			displayName: 'Put Output File in Field',
			name: 'binaryPropertyName',
			type: 'string',
			default: 'data',
			required: true,
			hint: 'The name of the output binary field to put the file in',
		},
	],
	async execute(run) {
		const { context, itemIndex, api } = run;
		const candidateId = recordId(run, 'candidateId', 'Candidate');
		const field = requireText(
			run,
			context.getNodeParameter('binaryPropertyName', itemIndex),
			'Put Output File in Field',
		);
		const documentId = readDocumentId(run);
		const all = await listDocuments(api, candidateId);
		const wanted = all.filter(({ id }) => documentId === undefined || id === documentId);
		if (documentId !== undefined && wanted.length === 0) {
			throw invalidParameter(
				run,
				`The candidate '${candidateId}' has no document with the ID '${documentId}'`,
				"Check 'Document ID', or leave it empty for all documents.",
			);
		}
		const items: ItemWithFiles[] = [];
		// One after the other: each may be large.
		for (const document of wanted) {
			const renewUrl = async () => {
				const again = await listDocuments(api, candidateId);
				return again.find(({ id }) => id === document.id)?.signedUrl;
			};
			const file = await downloadFile(context, api, { ...fileOf(document), renewUrl });
			items.push(new ItemWithFiles(document, { [field]: file }));
		}
		return items;
	},
};

const FOR_ALL = 'For all documents of the candidate, leave it empty, without an expression.';

/** An expression that finds nothing never means all of them. */
function readDocumentId(run: ItemRun): string | undefined {
	const entered = run.context.getNodeParameter('documentId', run.itemIndex, '');
	const value = readOptional(run, 'documentId', entered);
	if (isMissing(value)) throw foundNothing(run, 'Document ID', FOR_ALL);
	return value === '' ? undefined : typedId(run, value, 'Document ID');
}

function fileOf({ id, signedUrl, file_name, file_type, file_size }: HiringRecord) {
	return {
		url: signedUrl,
		name: plainFileName(file_name) ?? plainFileName(id) ?? 'document',
		mimeType: typeof file_type === 'string' && isMimeType(file_type) ? file_type : undefined,
		size: isSize(file_size) ? file_size : undefined,
	};
}

/** What is no number of bytes says nothing, nor does 0. */
const isSize = (size: unknown): size is number => Number.isSafeInteger(size) && Number(size) > 0;
