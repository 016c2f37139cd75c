import type { Body } from '../http/body';
import type { World } from '../world';

export interface Control {
	/** What `GET /sandbox` tells about it. */
	about: string;
	/** May be a promise. @throws {Refusal | RangeError} for what makes no sense */
	answer(world: World, body: Body, query: Record<string, string>): unknown;
}

/** By method and path. */
export type Controls = Record<string, Control>;
