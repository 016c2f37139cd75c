import { Refusal } from './answer';

/** The fields of a JSON object, each checked when it is read. */
export class Body {
	constructor(private readonly fields: ReadonlyMap<string, unknown>) {}

	/** @throws {Refusal} 400 when the text is not a JSON object */
	static parse(text: string): Body {
		return Body.from(parsed(text), 'The body');
	}

	/** @throws {Refusal} 400 when the value is not an object */
	static from(value: unknown, name: string): Body {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) {
			throw new Refusal(400, `${name} must be a JSON object`);
		}
		return new Body(new Map(Object.entries(value)));
	}

	names(): string[] {
		return [...this.fields.keys()];
	}

	all(): Record<string, unknown> {
		return Object.fromEntries(this.fields);
	}

	get(name: string): unknown {
		return this.fields.get(name);
	}

	/** A number, or nothing. @throws {Refusal} 400 for anything else */
	number(name: string): number | undefined {
		return this.#read(name, (value) => typeof value === 'number', 'a number');
	}

	/** A text, or nothing. @throws {Refusal} 400 for anything else */
	text(name: string): string | undefined {
		return this.#read(name, (value) => typeof value === 'string', 'a text');
	}

	/** A list of objects, or nothing. @throws {Refusal} 400 for anything else */
	objects(name: string): object[] | undefined {
		return this.#read(name, isObjects, 'a list of objects');
	}

	#read<T>(name: string, fits: (value: unknown) => value is T, kind: string): T | undefined {
		const value = this.fields.get(name);
		if (value === undefined || fits(value)) return value;
		throw new Refusal(400, `"${name}" must be ${kind}`);
	}
}

function isObjects(value: unknown): value is object[] {
	return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
