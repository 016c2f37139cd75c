import { MAX_REFUSAL_BYTES } from '../../../nodes/PeopleLens/api/http/outcome';
import { MAX_BYTES, readResponse } from '../../../nodes/PeopleLens/api/http/readResponse';
import { createRedactor } from '../../../nodes/PeopleLens/api/http/redact';
import { listenersOf } from '../../support/node';

const KEY = 'dummy+Zq7/v3&x=K9"_wL2-example';
const redactor = createRedactor(KEY, 'https://acme.peoplelensai.com');

interface Answer {
	status?: number;
	headers?: Record<string, string>;
	/** Pieces of the body, as they arrive. */
	chunks: Array<Uint8Array | string>;
	signal?: AbortSignal;
}

/** A body that arrives piece by piece. */
function bodyOf(chunks: Answer['chunks']) {
	const state = { destroyed: false, taken: 0 };
	async function* pieces() {
		for (const chunk of chunks) {
			state.taken++;
			yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
		}
	}
	const destroy = () => (state.destroyed = true);
	return { state, body: Object.assign(pieces(), { destroy }) };
}

async function read({ status = 200, headers = {}, chunks, signal }: Answer) {
	const { state, body } = bodyOf(chunks);
	const open = signal ?? new AbortController().signal;
	return { state, outcome: await readResponse({ status, headers, body }, redactor, open) };
}

describe('an answer is', () => {
	it('JSON, where it is that', async () => {
		const { outcome } = await read({ chunks: ['{"data":', '[1]}'] });
		expect(outcome).toEqual({
			...{ kind: 'response', status: 200, headers: {} },
			...{ body: { data: [1] }, length: 12 },
		});
	});

	it('a text, where it is none', async () => {
		const { outcome } = await read({ status: 502, chunks: ['<html>', 'Bad gateway'] });
		expect(outcome).toMatchObject({ kind: 'response', status: 502, body: '<html>Bad gateway' });
	});

	it.each([{ data: [1] }, 'a text', null, undefined, 7])(
		'as n8n has read it, where it has: %j',
		async (body) => {
			const raw = { status: 200, headers: {}, body };
			const outcome = await readResponse(raw, redactor, new AbortController().signal);
			expect(outcome).toEqual({ kind: 'response', ...raw });
		},
	);
});

describe('the text is read', () => {
	const UMLAUT = { utf8: [0xc3, 0xbc], latin1: [0xfc] };

	it('over the borders of the pieces in which it arrives', async () => {
		const chunks = UMLAUT.utf8.map((byte) => Uint8Array.of(byte));
		expect((await read({ chunks })).outcome).toMatchObject({ body: 'ü' });
	});

	it.each([
		['text/plain; charset=ISO-8859-1', 'ü'],
		['text/plain;charset="iso-8859-1"', 'ü'],
		['text/plain; charset=no-such-charset', '\ufffd'],
		['text/plain', '\ufffd'],
		[`text/plain;${' '.repeat(300)};charset=ISO-8859-1`, '\ufffd'],
	])('by the charset of %s', async (type, text) => {
		const headers = { 'content-type': type };
		const chunks = [Uint8Array.from(UMLAUT.latin1)];
		expect((await read({ headers, chunks })).outcome).toMatchObject({ body: text });
	});
});

describe('of what is too large', () => {
	const whole = (bytes: number) => [new Uint8Array(bytes).fill(32), 'x'.repeat(0)];

	it.each([200, 204, 299])('nothing is kept where it was to be data: %i', async (status) => {
		const { outcome, state } = await read({
			status,
			chunks: [...whole(MAX_BYTES), '1', 'more', 'and more'],
		});
		expect(outcome).toEqual({ kind: 'failure', reason: 'tooLarge' });
		expect(state.taken).toBe(3);
	});

	it('what is not too large is read to its end', async () => {
		const chunks = [new Uint8Array(MAX_BYTES - 1).fill(32), '7'];
		expect((await read({ chunks })).outcome).toMatchObject({ body: 7 });
	});

	it.each([300, 400, 500])('the beginning is kept of a refusal: %i', async (status) => {
		const text = 'no '.repeat(MAX_REFUSAL_BYTES / 3);
		const { outcome, state } = await read({ status, chunks: [text.slice(0, 300), text, 'x'] });
		expect(outcome).toMatchObject({ kind: 'response', status, body: text.slice(0, 300) });
		expect(state.taken).toBe(2);
	});
});

describe('the API key', () => {
	const body = JSON.stringify({ data: [KEY, 'else'] });

	it('is masked in data', async () => {
		const { outcome } = await read({ chunks: [body] });
		expect(outcome).toMatchObject({ body: { data: ['***', 'else'] } });
	});

	it('stays in a refusal, whose message masks it where it is cut', async () => {
		const { outcome } = await read({ status: 422, chunks: [body] });
		expect(outcome).toMatchObject({ body: { data: [KEY, 'else'] } });
	});

	it('changes nothing where it is not', async () => {
		const mask = jest.spyOn(redactor, 'redact');
		await read({ chunks: ['{"data":["else"]}'] });
		expect(mask).not.toHaveBeenCalled();
		mask.mockRestore();
	});
});

describe('while it is read', () => {
	it('Stop closes the connection', async () => {
		const stop = new AbortController();
		const { state, body } = bodyOf(['1']);
		const reading = readResponse({ status: 200, headers: {}, body }, redactor, stop.signal);
		stop.abort();
		await reading;
		expect(state.destroyed).toBe(true);
	});

	it('Stop does no harm to a body that cannot be closed', async () => {
		const stop = new AbortController();
		const { body } = bodyOf(['1']);
		Object.assign(body, { destroy: undefined });
		const reading = readResponse({ status: 200, headers: {}, body }, redactor, stop.signal);
		stop.abort();
		expect(await reading).toMatchObject({ body: 1 });
	});

	it('afterwards, nothing is left behind on the signal', async () => {
		const { signal } = new AbortController();
		await read({ chunks: ['1'], signal });
		expect(listenersOf(signal, 'abort')).toHaveLength(0);
	});
});
