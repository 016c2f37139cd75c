import { connectSocket, createSocketServer, type Socket } from '../node';
import { portOf } from '../stubs/server';

export type TcpProxy = Awaited<ReturnType<typeof openTcpProxy>>;

/**
 * Stands between n8n and the sandbox, so that PeopleLens can go away (connection refused) and come
 * back at the same address with everything in it. It is open already.
 */
export async function openTcpProxy(targetUrl: string) {
	const target = Number(new URL(targetUrl).port);
	const sockets = new Set<Socket>();
	let server = createSocketServer();
	let port = 0;

	function pass(socket: Socket): void {
		const beyond = connectSocket(target, '127.0.0.1');
		join(socket, beyond);
		join(beyond, socket);
	}

	function join(one: Socket, other: Socket): void {
		sockets.add(one);
		one.once('close', () => sockets.delete(one) && other.destroy());
		one.on('error', () => one.destroy());
		one.pipe(other);
	}

	async function open(): Promise<void> {
		server = createSocketServer(pass);
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(port, '127.0.0.1', resolve);
		});
		port = portOf(server.address());
		server.unref();
	}

	/** Connections end, and new ones are refused. */
	async function shut(): Promise<void> {
		const closed = new Promise<void>((resolve) => server.close(() => resolve()));
		for (const socket of sockets) socket.destroy();
		await closed;
	}

	await open();
	return { port, shut, open };
}
