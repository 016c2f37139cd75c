/** What n8n hands over of an answer whose body it does not read itself. */
export interface BodyStream extends AsyncIterable<Uint8Array> {
	destroy?: () => void;
}

export function isBodyStream(body: unknown): body is BodyStream {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/**
 * Reads the text of a body as it arrives, decompressed, and no more of it than a limit allows.
 * @param maxBytes the connection is closed when there is more
 * @param signal closes the connection, too
 * @returns the text, and whether that is all of it
 * @throws whatever the connection ends with
 */
export async function readBody(
	body: BodyStream,
	{ contentType, maxBytes, signal }: { contentType: string; maxBytes: number; signal: AbortSignal },
): Promise<{ text: string; isWhole: boolean }> {
	const close = () => body.destroy?.();
	signal.addEventListener('abort', close, { once: true });
	try {
		const decoder = decoderFor(contentType);
		const parts: string[] = [];
		let bytes = 0;
		for await (const chunk of body) {
			bytes += chunk.length;
			if (bytes > maxBytes) break;
			parts.push(decoder.decode(chunk, { stream: true }));
		}
		return { text: parts.join('') + decoder.decode(), isWhole: bytes <= maxBytes };
	} finally {
		signal.removeEventListener('abort', close);
	}
}

/** The charset of a `Content-Type` such as `text/html; charset=ISO-8859-1`. Default: UTF-8. */
function decoderFor(contentType: string) {
	const charset = /;\s?charset="?([\w:.-]+)/i.exec(contentType.slice(0, 200))?.[1];
	try {
		return new TextDecoder(charset);
	} catch {
		return new TextDecoder();
	}
}
