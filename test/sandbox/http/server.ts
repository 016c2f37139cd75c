import {
	createServer,
	delay,
	type AddressInfo,
	type IncomingMessage,
	type Server,
	type ServerResponse,
} from '../../support/node';
import { json, refuse, Refusal, type Answer } from './answer';
import { applyFault, type Outcome } from '../faults';
import { findRoute } from './routes';
import type { World } from '../world';
import { answerControl } from '../control/control';
import type { RecordedRequest } from './recordedRequest';

/** An HTTP server on a loopback address, listening. */
export interface Listening {
	port: number;
	/** Closes at once, unanswered requests included. */
	close(): Promise<void>;
}

export async function listen(world: World, port: number): Promise<Listening> {
	const closing = new AbortController();
	const server = createServer((request, response) => {
		serve(world, request, response, closing.signal).catch(() => response.destroy());
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
): Promise<void> {
	const [path, search] = split(request.url ?? '/');
	const query = new URLSearchParams(search);
	const recorded: RecordedRequest = {
		method: request.method ?? 'GET',
		path,
		query: Object.fromEntries(query),
		headers: Object.fromEntries(
			Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
		),
		body: await readBody(request),
		at: Date.now(),
	};
	response.sendDate = false;
	if (/^\/sandbox(\/|$)/.test(path)) {
		write(response, answerControl(world, recorded));
		return;
	}

	world.requests.push(recorded);
	const pause = world.behaviour.latencyMs / 2;
	if (pause > 0) await delay(pause, undefined, { signal });
	world.onRequest?.(recorded);
	const outcome = decide(world, recorded, query);
	if (pause > 0) await delay(pause, undefined, { signal });
	if (outcome.kind !== 'hang' && outcome.kind !== 'drop') recorded.status = outcome.answer.status;
	finish(world, response, outcome);
}

/** By hand: `URL` would tidy the path up, and the log must show what was sent. */
function split(url: string): [path: string, search: string] {
	const mark = url.indexOf('?');
	return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

async function readBody(request: IncomingMessage): Promise<string> {
	request.setEncoding('utf8');
	let body = '';
	for await (const chunk of request) body += String(chunk);
	return body;
}

function decide(world: World, recorded: RecordedRequest, query: URLSearchParams): Outcome {
	const { tenant, behaviour } = world;
	const act = () => answerApi(world, recorded, query);
	const fault = world.faults.take(recorded);
	if (!fault) return { kind: 'answer', answer: act() };
	recorded.fault = fault.type;
	return applyFault(fault, act, tenant.clock.now() + behaviour.dateHeaderOffsetMs);
}

/** PeopleLens itself: limit, key, route. */
function answerApi(world: World, recorded: RecordedRequest, query: URLSearchParams): Answer {
	const { tenant, behaviour } = world;
	try {
		world.rateLimit.check(behaviour, tenant.clock.now() + behaviour.dateHeaderOffsetMs);
		const permissions = world.keys.permissionsOf(recorded.headers.authorization);
		const route = findRoute(recorded.method, recorded.path);
		if (!permissions.has(route.permission)) {
			throw new Refusal(403, `This API key does not have the permission ${route.permission}`);
		}
		return route.answer({ tenant, behaviour, query, id: route.id, body: recorded.body });
	} catch (error) {
		if (error instanceof Refusal) return refuse(error, behaviour);
		return json(500, { message: `The sandbox is broken: ${String(error)}` });
	}
}

function finish(world: World, response: ServerResponse, outcome: Outcome): void {
	const { tenant, behaviour } = world;
	if (outcome.kind === 'hang') return;
	if (outcome.kind === 'drop') {
		response.destroy();
		return;
	}
	if (behaviour.dateHeader === 'on') {
		const date = new Date(tenant.clock.now() + behaviour.dateHeaderOffsetMs);
		response.setHeader('date', date.toUTCString());
	}
	if (outcome.kind === 'answer') write(response, outcome.answer);
	else cut(response, outcome.answer);
}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
	const length = status === 204 ? {} : { 'content-length': Buffer.byteLength(body) };
	response.writeHead(status, { ...headers, ...length });
	response.end(body);
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
