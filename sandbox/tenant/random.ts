/** A seeded source of chance, so that the same seed always gives the same tenant. */
export interface Random {
	/** From 0 (inclusive) to 1 (exclusive). */
	next(): number;
	/** A whole number from 0 to `below` - 1. */
	int(below: number): number;
	pick<T>(list: readonly T[]): T;
	chance(share: number): boolean;
	uuid(): string;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** mulberry32: small, fast, and good enough to make people and events. */
export function createRandom(seed: number): Random {
	let state = seed | 0;
	/** 32 bits, signed: cheaper than unsigned ones, which don't fit a small integer. */
	const word = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return mixed ^ (mixed >>> 14);
	};
	const next = () => (word() >>> 0) / 2 ** 32;
	const int = (below: number) => Math.floor(next() * below);
	const two = (bits: number) => HEX[(bits >>> 8) & 255] + HEX[bits & 255];
	return {
		next,
		int,
		pick: (list) => list[int(list.length)],
		chance: (share) => next() < share,
		/** Version 4, as random as the rest. */
		uuid() {
			const [a, b, c, d] = [word(), word(), word(), word()];
			const version = two((b & 0x0fff) | 0x4000);
			const variant = two((c & 0x3fff) | 0x8000);
			const tail = two(c >>> 16) + two(d) + two(d >>> 16);
			return `${two(a)}${two(a >>> 16)}-${two(b >>> 16)}-${version}-${variant}-${tail}`;
		},
	};
}
