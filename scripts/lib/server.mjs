/** Small HTTP servers for tests: on loopback, on a free port. */
import { createServer } from 'node:http';

/**
 * @typedef {object} Question a request, read to its end
 * @property {string} method
 * @property {URL} url
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {string} body
 *
 * @typedef {{ status?: number, body?: unknown, headers?: Record<string, string> }} Answer
 *   body: sent as JSON; a string as it is
 */

/**
 * @param {(question: Question) => Answer | Promise<Answer>} answer
 * @returns {Promise<{ url: string, stop: () => void }>} url: without a trailing slash
 */
export async function serve(answer) {
	const server = createServer(listenerFor(answer));
	const port = await listen(server);
	return { url: `http://127.0.0.1:${port}`, stop: () => close(server) };
}

/** @returns a request listener for Node's HTTP and HTTPS servers */
export function listenerFor(answer) {
	return async (request, response) => {
		const { method, headers } = request;
		let body = '';
		for await (const chunk of request.setEncoding('utf8')) body += chunk;
		const url = new URL(request.url, `http://${headers.host}`);
		const reply = await Promise.resolve({ method, url, headers, body })
			.then(answer)
			.catch((error) => ({ status: 500, body: { error: { message: String(error) } } }));
		const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? {});
		response.writeHead(reply.status ?? 200, {
			'content-type': 'application/json',
			...reply.headers,
		});
		response.end(text);
	};
}

/** @returns {Promise<number>} the port */
export async function listen(server) {
	await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
	return server.address().port;
}

/** Ends a server and its connections, also those that a proxy passes on. */
export function close(server) {
	server.close();
	server.closeAllConnections();
}
