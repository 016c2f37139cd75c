import { createServer } from 'node:net';

/**
 * Free ports on the loopback address, all different.
 * @param {(number | undefined)[]} wanted one entry for each port: the one to take if nobody
 *   listens there, or undefined for any
 * @returns {Promise<number[]>}
 */
export async function freePorts(wanted) {
	const servers = [];
	for (const port of wanted) servers.push((port && (await listen(port))) || (await listen(0)));
	const ports = servers.map((server) => server.address().port);
	await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
	return ports;
}

/** @returns a server, or undefined when the port is taken */
function listen(port) {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, '127.0.0.1', () => resolve(server));
	});
}
