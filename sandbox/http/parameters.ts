import { Refusal } from './answer';
import type { Behaviour } from '../behaviour';

/** ISO 8601 with a zone: anything less would mean another moment on another machine. */
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** The query of a request, read by name; what is wrong with it is refused with 400. */
export class Parameters {
	/** @param known every name that the reference gives for this path */
	constructor(
		private readonly query: URLSearchParams,
		known: string[],
		{ unknownParameters }: Behaviour,
	) {
		for (const name of query.keys()) {
			if (!known.includes(name) && unknownParameters === 'reject') {
				throw new Refusal(400, `Unknown query parameter "${name}"`);
			}
			if (query.getAll(name).length > 1) throw new Refusal(400, `"${name}" was sent twice`);
		}
	}

	text(name: string): string | undefined {
		const value = this.query.get(name);
		if (value === '') throw new Refusal(400, `"${name}" must not be empty`);
		return value ?? undefined;
	}

	/** A whole number from `least` to `most`. */
	count(name: string, least: number, most: number): number | undefined {
		const value = this.text(name);
		if (value === undefined) return undefined;
		const number = /^\d+$/.test(value) ? Number(value) : NaN;
		if (number >= least && number <= most) return number;
		const range = most === Infinity ? `at least ${least}` : `from ${least} to ${most}`;
		throw new Refusal(400, `"${name}" must be a whole number, ${range}`);
	}

	/** A moment, in ms since the epoch. */
	timestamp(name: string): number | undefined {
		const value = this.text(name);
		if (value === undefined) return undefined;
		const at = TIMESTAMP.test(value) ? Date.parse(value) : NaN;
		if (Number.isNaN(at)) throw new Refusal(400, `"${name}" must be an ISO 8601 timestamp`);
		return at;
	}
}
