/**
 * The Internet of the tests. n8n is told to use a proxy, and behind the proxy every known host name
 * leads to a stub on this computer: so workflows run as they are, with the addresses that stand in
 * them, and nothing else is reached.
 */
import { generate } from 'selfsigned';
import {
	connectSocket,
	createHttpServer,
	createHttpsServer,
	join,
	mkdirSync,
	writeFileSync,
	type IncomingMessage,
	type Socket,
} from '../node';
import { close, listen, listenerFor, type Stub } from './server';

export interface Network {
	/** For n8n. */
	env: Record<string, string>;
	stop: () => void;
}

/**
 * @param folder for the certificate
 * @param hosts stubs by host name, without the port
 */
export async function openNetwork(folder: string, hosts: Record<string, Stub>): Promise<Network> {
	const { key, cert, file } = await createCertificate(folder, Object.keys(hosts));
	const stub: Stub = (request) => hosts[request.url.hostname](request);
	const stubs = createHttpsServer({ key, cert }, listenerFor(stub));
	const port = await listen(stubs);

	const proxy = createHttpServer((_request, response) => response.writeHead(502).end());
	proxy.on('connect', ({ url = '' }: IncomingMessage, client: Socket, head: Buffer) => {
		const [host] = url.split(':');
		client.on('error', () => client.destroy());
		if (!(host in hosts)) {
			client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
			return;
		}
		const target = connectSocket(port, '127.0.0.1', () => {
			client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			target.write(head);
			target.pipe(client).pipe(target);
		});
		target.on('error', () => client.destroy());
	});
	const proxyUrl = `http://127.0.0.1:${await listen(proxy)}`;
	return {
		env: {
			https_proxy: proxyUrl,
			http_proxy: proxyUrl,
			no_proxy: '127.0.0.1,localhost',
			NODE_EXTRA_CA_CERTS: file,
		},
		stop: () => {
			close(proxy);
			close(stubs);
		},
	};
}

/** One certificate for all the hosts; n8n is told to trust it. */
async function createCertificate(folder: string, names: string[]) {
	const altNames = names.map((value) => ({ type: 2 as const, value }));
	const { private: key, cert } = await generate(
		[{ name: 'commonName', value: 'PeopleLens tests' }],
		{
			keySize: 2048,
			algorithm: 'sha256',
			extensions: [{ name: 'subjectAltName', altNames }],
		},
	);
	const file = join(folder, 'certificate.pem');
	mkdirSync(folder, { recursive: true });
	writeFileSync(file, cert);
	return { key, cert, file };
}
