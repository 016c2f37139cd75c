import type { SimulatedEvent } from './list';
import type { Random } from './random';

/** What an event shows of itself. */
export type Shape =
	| 'whole'
	| 'no id'
	| 'object as id'
	| 'nested deep'
	| 'no date'
	| 'broken date'
	| 'neither'
	| 'date of a database'
	| 'date with a comma'
	| 'date as a number';

/** All in which the server itself knows more than it shows. */
export const ODD_SHAPES: readonly Shape[] = [
	'no id',
	'object as id',
	'nested deep',
	'no date',
	'broken date',
	'neither',
	'date of a database',
	'date with a comma',
	'date as a number',
];

const BROKEN_DATES = [
	'yesterday',
	'',
	'2026-13-41T99:00:00Z',
	'17',
	'2026-02-30T10:00:00Z',
	{},
	true,
];

/** Makes numbered events; without id they still differ, by their number. */
export class EventSource {
	private count = 0;

	constructor(private readonly random: Random) {}

	/** @param at ms since the epoch */
	create(at: number, shape: Shape = 'whole'): SimulatedEvent {
		const number = ++this.count;
		const rank = this.random.next();
		const action = this.random.pick(['USER_LOGIN', 'CANDIDATE_DELETED', 'JOB_CREATED']);
		return {
			number,
			at,
			rank,
			row: {
				id: this.idIn(shape, number),
				created_at: this.dateIn(shape, at),
				action,
				details: { number, ...(shape === 'nested deep' && { nested: nested(DEEP) }) },
			},
		};
	}

	private idIn(shape: Shape, number: number): unknown {
		if (shape === 'no id' || shape === 'neither' || shape === 'nested deep') return null;
		return shape === 'object as id' ? { toString: number } : this.uuid(number);
	}

	private dateIn(shape: Shape, at: number): unknown {
		const iso = new Date(at).toISOString();
		switch (shape) {
			case 'no date':
			case 'neither':
				return null;
			case 'broken date':
				return this.random.pick(BROKEN_DATES);
			case 'date of a database':
				return iso.replace('T', ' ').replace('Z', '+00');
			case 'date with a comma':
				return iso.replace('.', ',');
			case 'date as a number':
				return this.random.pick([at, at / 1000, String(at)]);
			default:
				return iso;
		}
	}

	private uuid(number: number): string {
		const noise = Math.floor(this.random.next() * 0xffffffff);
		const [head, tail] = [noise, number].map((part) => part.toString(16).padStart(8, '0'));
		return `${head}-0000-4000-8000-0000${tail}`;
	}
}

/** Deeper than a function that calls itself can go. */
const DEEP = 9000;

function nested(depth: number): unknown {
	let value: unknown = [];
	for (let n = 0; n < depth; n++) value = [value];
	return value;
}
