/** Small HTTP servers for tests: on loopback, on a free port. */
import {
	createHttpServer,
	type AddressInfo,
	type IncomingHttpHeaders,
	type IncomingMessage,
	type Server,
	type ServerResponse,
} from '../node';

/** A request, read to its end. */
export interface StubRequest {
	method: string;
	url: URL;
	headers: IncomingHttpHeaders;
	body: string;
}

export interface StubResponse {
	/** Default: 200. */
	status?: number;
	/** Sent as JSON; a string as it is. */
	body?: unknown;
	headers?: Record<string, string>;
}

export type Stub = (request: StubRequest) => StubResponse | Promise<StubResponse>;

export interface StubServer {
	/** Without a trailing slash. */
	url: string;
	stop: () => void;
}

export async function serve(stub: Stub): Promise<StubServer> {
	const server = createHttpServer(listenerFor(stub));
	const port = await listen(server);
	return { url: `http://127.0.0.1:${port}`, stop: () => close(server) };
}

/** What Node's servers call with each request. A stub that throws answers 500. */
export function listenerFor(stub: Stub) {
	return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const { method = 'GET', headers } = request;
		let body = '';
		for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
		const url = new URL(request.url ?? '/', `http://${headers.host}`);
		const reply = await Promise.resolve({ method, url, headers, body })
			.then(stub)
			.catch((error: unknown) => ({ status: 500, body: { error: { message: String(error) } } }));
		send(response, reply);
	};
}

function send(response: ServerResponse, { status = 200, body = {}, headers }: StubResponse): void {
	response.writeHead(status, { 'content-type': 'application/json', ...headers });
	response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** @returns the port */
export async function listen(server: Pick<Server, 'listen' | 'address'>): Promise<number> {
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
	return portOf(server.address());
}

export function portOf(address: AddressInfo | string | null): number {
	if (typeof address === 'object' && address !== null) return address.port;
	throw new Error('The server does not listen.');
}

/** Ends a server and its connections, also those that a proxy passes on. */
export function close(server: Pick<Server, 'close' | 'closeAllConnections'>): void {
	server.close();
	server.closeAllConnections();
}
