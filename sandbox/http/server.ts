import {
	createServer,
	delay,
	setMaxListeners,
	type AddressInfo,
	type IncomingMessage,
	type Server,
	type ServerResponse,
} from '../node';
import { decide } from './api';
import { json, type Answer } from './answer';
import { sendOversize, sendTrickle } from './endless';
import type { Outcome } from '../faults';
import type { World } from '../world';
import { answerControl } from '../control/control';
import { answerFile } from '../hiring/fileHost';
import { settingsPage } from '../webhook/settingsPage';
import { begun, receive, type RecordedRequest } from './recordedRequest';
import { Workers } from './workers';

/** An HTTP server on a loopback address, listening. */
export interface Listening {
	port: number;
	/** Closes at once, unanswered requests included. */
	close(): Promise<void>;
}

export async function listen(world: World, port: number): Promise<Listening> {
	const closing = new AbortController();
	// Each request that waits listens to it: that so many do is no leak.
	setMaxListeners(0, closing.signal);
	const workers = new Workers();
	const server = createServer((request, response) => {
		serve(world, request, response, closing.signal, workers).catch(() => response.destroy());
	});
	// A caller's idle connection must not be closed in its hands: that would be a fault unasked for.
	server.keepAliveTimeout = 120_000;
	const address = await started(server, port);
	return {
		port: address.port,
		close: async () => {
			closing.abort();
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			server.closeAllConnections();
			await closed;
		},
	};
}

function started(server: Server, port: number): Promise<AddressInfo> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			if (address !== null && typeof address === 'object') resolve(address);
			else reject(new Error('The sandbox listens on no port'));
		});
	});
}

async function serve(
	world: World,
	request: IncomingMessage,
	response: ServerResponse,
	signal: AbortSignal,
	workers: Workers,
): Promise<void> {
	// What lies where the API is, too: asked for without a key, as on the other host.
	if (/^\/files\//.test(request.url ?? '')) {
		answerFile(world, request, response);
		return;
	}
	const { recorded, query } = begun(request);
	response.sendDate = false;
	const refusal = world.faults.takeUnread(recorded);
	if (refusal) {
		const { type: fault, status, message = 'Request Entity Too Large' } = refusal;
		world.requests.push(Object.assign(recorded, { fault, status }));
		writeUnread(request, response, json(status, { statusCode: status, message }));
		return;
	}
	await receive(request, recorded);
	if (/^\/sandbox(\/|$)/.test(recorded.path)) {
		write(response, await answerControl(world, recorded));
		return;
	}

	if (recorded.method === 'GET' && recorded.path === '/settings/webhooks') {
		write(response, settingsPage());
		return;
	}

	world.requests.push(recorded);
	response.on('close', () => (recorded.endedAt = Date.now()));
	const outcome = await workers.run(world.behaviour.workers, async () => {
		const pause = world.behaviour.latencyMs / 2;
		if (pause > 0) await delay(pause, undefined, { signal });
		world.onRequest?.(recorded);
		const decided = decide(world, recorded, query);
		if (pause > 0) await delay(pause, undefined, { signal });
		return decided;
	});
	if ('answer' in outcome) recorded.status = outcome.answer.status;
	await finish(world, response, rewritten(world, outcome, recorded), signal);
}

function rewritten(world: World, outcome: Outcome, request: RecordedRequest): Outcome {
	if (!('answer' in outcome) || !world.rewriteAnswer) return outcome;
	return { ...outcome, answer: world.rewriteAnswer(outcome.answer, request) };
}

async function finish(
	world: World,
	response: ServerResponse,
	outcome: Outcome,
	signal: AbortSignal,
): Promise<void> {
	const { tenant, behaviour } = world;
	if (outcome.kind === 'hang') return;
	if (outcome.kind === 'drop') {
		response.destroy();
		return;
	}
	if (outcome.kind === 'trickle') return await sendTrickle(response, outcome, signal);
	if (outcome.kind === 'oversize') return await sendOversize(response, outcome);
	if (behaviour.dateHeader === 'on') {
		const date = new Date(tenant.clock.now() + behaviour.dateHeaderOffsetMs);
		response.setHeader('date', date.toUTCString());
	}
	if (outcome.kind === 'answer') write(response, outcome.answer);
	else cut(response, outcome.answer);
}

function write(response: ServerResponse, { status, headers, body, encoding }: Answer): void {
	const length = status === 204 ? {} : { 'content-length': Buffer.byteLength(body, encoding) };
	response.writeHead(status, { ...headers, ...length });
	response.end(body, encoding ?? 'utf8');
}

/** As proxies do: closed before what is still on its way has come, a connection may lose the answer. */
function writeUnread(
	request: IncomingMessage,
	response: ServerResponse,
	{ status, headers, body }: Answer,
): void {
	response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
	response.write(body);
	request.on('close', () => response.end());
	request.resume();
}

/** The connection breaks when half of the body is through; without a body, at once. */
function cut(response: ServerResponse, { status, headers, body }: Answer): void {
	if (body === '') {
		response.destroy();
		return;
	}
	response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
	response.write(body.slice(0, Math.ceil(body.length / 2)), () => response.destroy());
}
