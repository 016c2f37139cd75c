import { setOwn } from './record';
import { TimeSlice } from './timing';

/** Of lists, of objects and of what stands in lists: far more than any page has. */
export const MAX_ENTRIES = 250_000;

/** Of one object: to go through many more at one go would hold up n8n. */
const MAX_FIELDS = 50_000;

/** An answer that would fill the memory, and stop n8n for seconds, with entries. */
export class TooManyEntries extends Error {
	readonly code = 'ERR_TOO_MANY_ENTRIES';
}

/** In characters: a shorter text is parsed at one go, whatever is in it. */
const SMALL = 200_000;

/** Whole numbers of up to 15 digits are exact in JavaScript. */
const LONG_DIGITS = /\d{16}/;

/**
 * Parses a JSON document of any size. A large one is parsed by and by: n8n's other work would wait
 * for seconds if ten megabytes of empty lists were parsed at one go. A whole number beyond 2^53, which
 * JavaScript would turn into a neighbouring one, becomes the text with its digits.
 * @returns undefined for a text that is no JSON
 * @throws TooManyEntries
 */
export async function parseJson(text: string): Promise<unknown> {
	if (text.length > SMALL || LONG_DIGITS.test(text)) return await new JsonParser(text).parse();
	return parseAtOnce(text);
}

/** @returns undefined for a text that is no JSON */
function parseAtOnce(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const isRounded = (digits: string, value: unknown) =>
	LONG_DIGITS.test(digits) && /^-?\d+$/.test(digits) && !Number.isSafeInteger(value);

/** What is not complete yet. */
type Container =
	| { list: unknown[]; name?: undefined }
	| { object: Record<string, unknown>; name: string; fields: number };

/** A list or an object began that is not empty. */
const OPENED = Symbol('opened');

/** Goes from token to token, with what is open on a stack of its own: nesting can't overflow it. */
class JsonParser {
	private position = 0;

	private entries = 0;

	private readonly open: Container[] = [];

	constructor(private readonly text: string) {}

	/** @returns undefined for a text that is no JSON */
	async parse(): Promise<unknown> {
		const slice = new TimeSlice();
		for (let count = 1; ; count++) {
			if (count % 1000 === 0 && slice.isOver) await slice.yieldToEventLoop();
			const value = this.readValue();
			if (value === OPENED) continue;
			const document = value === undefined ? undefined : this.close(value);
			if (document !== OPENED) return document;
		}
	}

	/**
	 * Puts a complete value into what is open, which may complete that, too.
	 * @returns the document when it is complete, undefined when it is none
	 */
	private close(complete: unknown): unknown {
		let value = complete;
		for (let container = this.open.at(-1); container; container = this.open.at(-1)) {
			if (container.name === undefined) this.add(container.list, value);
			else this.set(container, value);

			if (this.skip(',')) return this.readName(container) ? OPENED : undefined;
			if (!this.skip(container.name === undefined ? ']' : '}')) return undefined;
			value = container.name === undefined ? container.list : container.object;
			this.open.pop();
		}
		return this.peek() === undefined ? value : undefined;
	}

	/** @returns undefined for what is no JSON */
	private readValue(): unknown {
		switch (this.peek()) {
			case '{':
				return this.begin({ object: {}, name: '', fields: 0 }, '}');
			case '[':
				return this.begin({ list: [] }, ']');
			case '"':
				return this.readString();
			default:
				return this.readScalar();
		}
	}

	private begin(container: Container, end: string): unknown {
		this.position++;
		this.count();
		if (this.skip(end)) return container.name === undefined ? container.list : container.object;
		this.open.push(container);
		return this.readName(container) ? OPENED : undefined;
	}

	/** In front of a value in an object there is a name. */
	private readName(container: Container): boolean {
		if (container.name === undefined) return true;
		const name = this.peek() === '"' ? this.readString() : undefined;
		container.name = String(name);
		return name !== undefined && this.skip(':');
	}

	private readString(): unknown {
		const start = this.position;
		let end = start;
		do end = this.text.indexOf('"', end + 1);
		while (end > 0 && this.isEscaped(end));
		if (end < 0) return undefined;
		this.position = end + 1;
		return parseAtOnce(this.text.slice(start, end + 1));
	}

	private isEscaped(quote: number): boolean {
		let start = quote;
		while (this.text[start - 1] === '\\') start--;
		return (quote - start) % 2 === 1;
	}

	private readScalar(): unknown {
		const scalar = /[-+.\w]{1,400}/y;
		scalar.lastIndex = this.position;
		const [found = ''] = scalar.exec(this.text) ?? [];
		this.position += found.length;
		const value = parseAtOnce(found);
		return isRounded(found, value) && !this.isId() ? found : value;
	}

	/**
	 * An ID stays a number, and so one that nobody takes for an ID: a server that has lost the last
	 * digits itself would have several records under the same one.
	 */
	private isId(): boolean {
		return this.open.at(-1)?.name === 'id';
	}

	private peek(): string | undefined {
		const character = this.text[this.position];
		if (character > ' ') return character;
		const space = /[ \t\n\r]*/y;
		space.lastIndex = this.position;
		space.test(this.text);
		this.position = space.lastIndex;
		return this.text[this.position];
	}

	private skip(character: string): boolean {
		if (this.peek() !== character) return false;
		this.position++;
		return true;
	}

	private add(list: unknown[], value: unknown): void {
		this.count();
		list.push(value);
	}

	private set(container: Container & { name: string }, value: unknown): void {
		if (++container.fields > MAX_FIELDS) throw new TooManyEntries();
		setOwn(container.object, container.name, value);
	}

	private count(): void {
		if (++this.entries > MAX_ENTRIES) throw new TooManyEntries();
	}
}
