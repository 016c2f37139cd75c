import { createGzip, delay, pipeline, Readable, type ServerResponse } from '../node';
import type { Outcome } from '../faults';

const MEGABYTE = 'x'.repeat(1_000_000);

/** Byte after byte, until the caller has had enough: no silence, and no end. */
export async function sendTrickle(
	response: ServerResponse,
	{ part, everyMs }: Extract<Outcome, { kind: 'trickle' }>,
	signal: AbortSignal,
): Promise<void> {
	const { socket } = response;
	if (part === 'headers') socket?.write('HTTP/1.1 200 OK\r\nX-Slow: ');
	else response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":[');
	while (!response.closed && socket?.destroyed === false) {
		if (part === 'headers') socket.write('x');
		else response.write(' ');
		await delay(everyMs, undefined, { signal });
	}
}

/** `{"data":["xxx…"]}`, as fast as the caller reads. */
export async function sendOversize(
	response: ServerResponse,
	{ status, megabytes, gzip }: Extract<Outcome, { kind: 'oversize' }>,
): Promise<void> {
	const encoding = gzip ? { 'content-encoding': 'gzip' } : {};
	response.writeHead(status, { 'content-type': 'application/json', ...encoding });
	const body = Readable.from(oversizeBody(megabytes));
	await (gzip ? pipeline(body, createGzip(), response) : pipeline(body, response));
}

function* oversizeBody(megabytes: number): Generator<string> {
	yield '{"data":["';
	for (let sent = 0; sent < megabytes; sent++) yield MEGABYTE;
	yield '"]}';
}
