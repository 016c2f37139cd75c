/**
 * The Internet of the tests. n8n is told to use a proxy, and behind the proxy every known host name
 * leads to a stand-in on this computer: so workflows run as they are, with the addresses that stand
 * in them, and nothing else is reached.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Trouble } from '../lib/output.mjs';
import { run } from '../lib/processes.mjs';
import { close, listen, listenerFor } from '../lib/server.mjs';

/**
 * @param {string} folder for the certificate
 * @param {Record<string, (question: import('../lib/server.mjs').Question) =>
 *   import('../lib/server.mjs').Answer>} hosts stand-ins by host name, without the port
 * @returns {Promise<{ env: Record<string, string>, unknown: Set<string>, stop: () => void }>}
 *   env: for n8n; unknown: hosts that were asked for and have no stand-in
 */
export async function openNetwork(folder, hosts) {
	const { key, cert, certFile } = await makeCertificate(folder, Object.keys(hosts));
	const standIns = createTlsServer(
		{ key, cert },
		listenerFor((question) => hosts[question.url.hostname](question)),
	);
	const port = await listen(standIns);

	const unknown = new Set();
	const proxy = createServer((_request, response) => response.writeHead(502).end());
	proxy.on('connect', (request, client, head) => {
		const [host] = request.url.split(':');
		client.on('error', () => client.destroy());
		if (!(host in hosts)) {
			unknown.add(host);
			client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
			return;
		}
		const target = connect(port, '127.0.0.1', () => {
			client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			target.write(head);
			target.pipe(client).pipe(target);
		});
		target.on('error', () => client.destroy());
	});
	const proxyUrl = `http://127.0.0.1:${await listen(proxy)}`;
	return {
		unknown,
		env: {
			https_proxy: proxyUrl,
			http_proxy: proxyUrl,
			no_proxy: '127.0.0.1,localhost',
			NODE_EXTRA_CA_CERTS: certFile,
		},
		stop: () => {
			close(proxy);
			close(standIns);
		},
	};
}

/** One that is valid for a day, for all the hosts. Node can't make certificates by itself. */
async function makeCertificate(folder, names) {
	const [keyFile, certFile] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
	const hosts = names.map((name) => `DNS:${name}`).join(',');
	try {
		await run(
			'openssl',
			[
				...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1'],
				...['-subj', '/CN=PeopleLens tests', '-addext', `subjectAltName=${hosts}`],
				...['-keyout', keyFile, '-out', certFile],
			],
			{ log: join(folder, 'openssl.log') },
		);
	} catch (error) {
		throw new Trouble('No certificate could be made for the stand-ins.', {
			fix: 'Install OpenSSL (the command "openssl") and start again.',
			cause: error,
		});
	}
	return { key: readFileSync(keyFile), cert: readFileSync(certFile), certFile };
}
