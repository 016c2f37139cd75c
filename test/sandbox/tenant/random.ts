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

/** mulberry32: small, fast, and good enough to make people and events. */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	const word = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
	const hex = () => word().toString(16).padStart(8, '0');
	const int = (below: number) => Math.floor((word() / 2 ** 32) * below);
	return {
		next: () => word() / 2 ** 32,
		int,
		pick: (list) => list[int(list.length)],
		chance: (share) => word() / 2 ** 32 < share,
		uuid() {
			const digits = hex() + hex() + hex() + hex();
			const variant = '89ab'[parseInt(digits[16], 16) % 4];
			return [
				digits.slice(0, 8),
				digits.slice(8, 12),
				`4${digits.slice(13, 16)}`,
				`${variant}${digits.slice(17, 20)}`,
				digits.slice(20),
			].join('-');
		},
	};
}
