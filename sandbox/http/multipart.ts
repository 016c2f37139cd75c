/** A file as a form brought it. */
export interface UploadedFile {
	/** The form field's name. */
	field: string;
	fileName: string;
	contentType: string;
	bytes: Buffer;
}

/** The body as text, or the first file of a form: its bytes stay as they are. */
export function readForm(contentType = '', bytes: Buffer): { body: string; file?: UploadedFile } {
	const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(contentType)?.[1];
	if (boundary === undefined) return { body: bytes.toString('utf8') };
	const start = bytes.indexOf(`--${boundary}\r\n`);
	const head = bytes.indexOf('\r\n\r\n', start);
	const end = bytes.indexOf(`\r\n--${boundary}`, head);
	if (start < 0 || head < 0 || end < 0) return { body: '' };
	const words = bytes.toString('utf8', start, head);
	const fileName = /filename="((?:[^"\\]|\\.)*)"/i.exec(words)?.[1];
	if (fileName === undefined) return { body: '' };
	return {
		body: '',
		file: {
			field: /[; ]name="([^"]*)"/i.exec(words)?.[1] ?? '',
			fileName: unescape(fileName),
			contentType: /^content-type: *([^\r\n]+)/im.exec(words)?.[1] ?? 'application/octet-stream',
			bytes: bytes.subarray(head + 4, end),
		},
	};
}

/** Browsers write what would end the name, or its line, so. */
function unescape(name: string): string {
	return name.replace(/%(22|0D|0A)/gi, (escape) => decodeURIComponent(escape));
}
