import isPlainObject from 'lodash/isPlainObject';
import type { IBinaryData } from 'n8n-workflow';

import { outgoingFile } from '../../api/files/form';
import type { OutgoingFile } from '../../api/files/form';
import { excerpt, quoteFields } from '../../domain/excerpt';
import { invalidParameter } from '../../parameters/source';
import { requireText } from '../../parameters/text';
import type { ItemRun } from '../types';

const NAME = 'Input Binary Field';

const BY_EXPRESSION =
	"A file of an earlier node comes by an expression, such as {{ $('Form').item.binary.data }}.";

/**
 * The file that the panel names: by the binary field that holds it, or by an expression that gives the
 * file itself, as n8n's editor proposes.
 * @throws NodeOperationError when there is none, or n8n can't read it
 */
export async function readInputFile(run: ItemRun): Promise<OutgoingFile> {
	const { context, itemIndex } = run;
	const entered = context.getNodeParameter('binaryPropertyName', itemIndex);
	const file = isPlainObject(entered)
		? requireFile(run, entered)
		: fileOfItem(run, requireText(run, entered, NAME));
	try {
		return await outgoingFile(context.helpers, file);
	} catch {
		throw invalidParameter(
			run,
			`n8n can't read the file in '${NAME}', or no longer has it`,
			'For this item, nothing was sent. Run the workflow from the node that brings the file.',
		);
	}
}

function requireFile(run: ItemRun, entered: unknown): IBinaryData {
	if (isFile(entered)) return entered;
	throw invalidParameter(
		run,
		`'${NAME}' is an object, and no file`,
		`Enter the name of a binary field. ${BY_EXPRESSION}`,
	);
}

function fileOfItem(run: ItemRun, field: string): IBinaryData {
	const file = findInItem(run, field);
	if (isFile(file)) return file;
	throw invalidParameter(
		run,
		`What the item has in the binary field of '${NAME}' is no file that n8n can read`,
		'The node that made it must give its data and its mimeType.',
	);
}

function findInItem(run: ItemRun, field: string): unknown {
	try {
		// n8n knows where files are: in a field of their own, or among the data of the item.
		return run.context.helpers.assertBinaryData(run.itemIndex, field);
	} catch {
		throw noFile(run, field);
	}
}

function noFile(run: ItemRun, field: string) {
	const { binary = {}, json } = run.context.getInputData()[run.itemIndex];
	const amongData = isPlainObject(json._files) ? Object.keys(json._files ?? {}) : [];
	const there = [...Object.keys(binary), ...amongData.map((name) => `_files.${name}`)];
	return invalidParameter(
		run,
		`The item has no file in the binary field '${excerpt(field)}'`,
		there.length > 0
			? `It has ${quoteFields(there)}. Check '${NAME}'.`
			: `Check '${NAME}', and that the node before this one gives a file. ${BY_EXPRESSION}`,
	);
}

/** Objects may come from anywhere, and n8n 1 does not take any. */
function isFile(value: unknown): value is IBinaryData {
	const { data, id, mimeType, fileName, fileExtension } = value as Partial<IBinaryData>;
	const isText = (part: unknown) => typeof part === 'string';
	const names = [fileName ?? '', fileExtension ?? ''];
	return (isText(data) || isText(id)) && [mimeType, ...names].every(isText);
}
