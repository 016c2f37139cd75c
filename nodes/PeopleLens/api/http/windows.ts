/** A span of a text: from the first character to the one behind the last. */
export type Span = [from: number, to: number];

/** All pieces of one length that some texts consist of, to be found in others whatever their case. */
export class Windows {
	private readonly pieces = new Set<string>();

	/** A Bloom filter: most places of a text are no match, and it says so at little cost. */
	private readonly seen = new Uint8Array(4096);

	constructor(
		texts: string[],
		readonly length: number,
		isWanted: (piece: string) => boolean = () => true,
	) {
		for (const text of texts) {
			for (let index = 0; index + length <= text.length; index++) {
				const piece = text.slice(index, index + length).toLowerCase();
				if (!isWanted(piece)) continue;
				this.pieces.add(piece);
				this.seen[this.hash(piece, 0)] = 1;
			}
		}
	}

	/** Whether one of the pieces stands at this place of a text. */
	isAt(text: string, index: number): boolean {
		if (index < 0 || index + this.length > text.length) return false;
		if (this.seen[this.hash(text, index)] === 0) return false;
		return this.pieces.has(text.slice(index, index + this.length).toLowerCase());
	}

	/** Where pieces stand in a text. Linear in its length. */
	find(text: string): Span[] {
		const spans: Span[] = [];
		for (let index = 0; index + this.length <= text.length; index++) {
			if (this.isAt(text, index)) spans.push([index, index + this.length]);
		}
		return spans;
	}

	/** The fifth bit alone tells `A` from `a`. */
	private hash(text: string, index: number): number {
		const first = text.charCodeAt(index) | 0x20;
		const middle = text.charCodeAt(index + (this.length >> 1)) | 0x20;
		const last = text.charCodeAt(index + this.length - 1) | 0x20;
		return (first ^ (middle << 3) ^ (last << 6)) & 4095;
	}
}
