import type { IExecuteFunctions } from 'n8n-workflow';

/** What n8n's helpers give and take as a stream. */
export type FileStream = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

/** Larger files don't belong to a candidate. In bytes. */
export const MAX_FILE_BYTES = 100_000_000;

/** A file is larger than `MAX_FILE_BYTES`, and was given up on the way. */
export class FileTooLarge extends Error {}

interface Surroundings {
	before?: Uint8Array[];
	behind?: Uint8Array[];
	/** Counts the bytes between the two. */
	arrived?: { bytes: number };
}

/**
 * Bytes as they come, with others before and behind them, and no more of them than the limit.
 * @throws FileTooLarge
 */
export async function* boundedBytes(
	source: AsyncIterable<Uint8Array>,
	{ before = [], behind = [], arrived = { bytes: 0 } }: Surroundings = {},
): AsyncGenerator<Uint8Array> {
	yield* before;
	for await (const chunk of source) {
		arrived.bytes += chunk.length;
		if (arrived.bytes > MAX_FILE_BYTES) throw new FileTooLarge();
		yield chunk;
	}
	yield* behind;
}

/**
 * A stream of what a generator yields. Community nodes may not import Node's streams, so the one at
 * hand is asked for a further one of its kind; where it can't make one, the bytes are collected.
 */
export async function toStream(
	sample: FileStream,
	bytes: AsyncGenerator<Uint8Array>,
): Promise<FileStream | Buffer> {
	const { from } = sample.constructor as {
		from?: (source: AsyncIterable<Uint8Array>) => FileStream;
	};
	if (typeof from === 'function') return from.call(sample.constructor, bytes);
	const parts: Uint8Array[] = [];
	for await (const part of bytes) parts.push(part);
	return Buffer.concat(parts);
}

/**
 * Lets go of what streams have open. One that was not begun, or stopped in the middle, would keep its
 * file open for ever; how it ends is of no interest any more.
 */
export function closeStreams(...streams: Array<FileStream | Buffer>): void {
	for (const stream of streams) {
		if (Buffer.isBuffer(stream)) continue;
		stream.on('error', () => {});
		stream.destroy();
	}
}
