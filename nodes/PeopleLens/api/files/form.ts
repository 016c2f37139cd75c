import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import type { FileBody } from '../call';
import { isMimeType, withEnding } from './names';
import { boundedBytes, closeStreams, MAX_FILE_BYTES, toStream } from './stream';

/** The form field in which PeopleLens expects a file. */
const FIELD = 'file';

/** A file that a node got from another one, ready to be sent. */
export interface OutgoingFile {
	name: string;
	/** In bytes; undefined where n8n does not know. */
	size?: number;
	/** Opens it anew for each attempt. */
	open: () => Promise<FileBody>;
}

/**
 * A form with n8n's binary data in it: streamed from where n8n keeps it, or from memory where it is.
 * @param random from 0 to 1; makes the text that ends the file
 */
export async function outgoingFile(
	helpers: IExecuteFunctions['helpers'],
	binary: IBinaryData,
	random: () => number = Math.random,
): Promise<OutgoingFile> {
	const name = withEnding(binary.fileName || 'document', binary.fileExtension);
	const mimeType = isMimeType(binary.mimeType) ? binary.mimeType : 'application/octet-stream';
	const id = binary.id ?? '';
	const inMemory = id === '' ? Buffer.from(binary.data, 'base64') : undefined;
	const size = inMemory ? inMemory.length : await sizeOf(helpers, id);
	return {
		name,
		size,
		open: async () => {
			const boundary = `n8n-${Array.from({ length: 4 }, () => random().toString(36).slice(2)).join('')}`;
			const before = Buffer.from(
				`--${boundary}\r\nContent-Disposition: form-data; name="${FIELD}"; filename="${escaped(name)}"\r\nContent-Type: ${mimeType}\r\n\r\n`,
			);
			const behind = Buffer.from(`\r\n--${boundary}--\r\n`);
			const length =
				size === undefined ? {} : { 'Content-Length': before.length + size + behind.length };
			const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}`, ...length };
			if (inMemory) return { headers, stream: Buffer.concat([before, inMemory, behind]) };
			const source = await helpers.getBinaryStream(id);
			const stream = await toStream(
				source,
				boundedBytes(source, { before: [before], behind: [behind] }),
			);
			return { headers, stream, close: () => closeStreams(stream, source) };
		},
	};
}

export const isTooLarge = ({ size = 0 }: OutgoingFile) => size > MAX_FILE_BYTES;

async function sizeOf(
	helpers: IExecuteFunctions['helpers'],
	id: string,
): Promise<number | undefined> {
	const { fileSize } = await helpers.getBinaryMetadata(id);
	if (Number.isSafeInteger(fileSize) && fileSize > 0) return fileSize;
	// n8n's stores on other hosts say 0 as well where they were not told.
	for await (const chunk of await helpers.getBinaryStream(id)) {
		if ((chunk as Uint8Array).length > 0) return undefined;
	}
	return 0;
}

/** As browsers write it. */
const escaped = (name: string) =>
	name.replace(/[\r\n"]/g, (character) => encodeURIComponent(character));
