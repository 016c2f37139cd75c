/**
 * Stands between n8n and the sandbox, so that PeopleLens can go away (connection refused) and come
 * back at the same address with everything in it.
 */
import { connect, createServer } from 'node:net';

/**
 * @param {string} targetUrl
 * @returns {Promise<{ port: number, shut: () => Promise<void>, open: () => Promise<void> }>} open
 *   already; shut: connections end and new ones are refused
 */
export async function openGateway(targetUrl) {
	const target = Number(new URL(targetUrl).port);
	const sockets = new Set();
	let server;
	let port = 0;

	function pass(socket) {
		const beyond = connect(target, '127.0.0.1');
		for (const [one, other] of [
			[socket, beyond],
			[beyond, socket],
		]) {
			sockets.add(one);
			one.once('close', () => sockets.delete(one) && other.destroy());
			one.on('error', () => one.destroy());
			one.pipe(other);
		}
	}

	async function open() {
		server = createServer(pass);
		await new Promise((resolve, reject) => {
			server.once('error', reject);
			server.listen(port, '127.0.0.1', resolve);
		});
		({ port } = server.address());
		server.unref();
	}

	async function shut() {
		const closed = new Promise((resolve) => server.close(resolve));
		for (const socket of sockets) socket.destroy();
		await closed;
	}

	await open();
	return { port, shut, open };
}
