/** A package registry on this computer, and an npm for n8n that asks it in place of the public one. */
import {
	chmodSync,
	createHash,
	delimiter,
	join,
	mkdirSync,
	nodeProcess,
	readFileSync,
	writeFileSync,
	createHttpServer,
} from '../harness/node';
import type { Manifest } from '../harness/package';
import { run } from '../harness/processes';
import { close, listen } from '../harness/stubs/server';

const PUBLIC = 'https://registry.npmjs.org';

export interface Registry {
	url: string;
	/** Publishes a packed package, which becomes the latest. @returns its version */
	offer: (tarball: string) => Promise<string>;
	close: () => void;
}

export async function openRegistry(log: string): Promise<Registry> {
	const versions: Record<string, Manifest> = {};
	const tarballs: Record<string, Buffer> = {};
	const server = createHttpServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://registry');
		if (tarballs[pathname]) return response.end(tarballs[pathname]);
		const latest = Object.keys(versions).at(-1) ?? '';
		const name = versions[latest]?.name;
		if (pathname !== `/${name}`) return response.writeHead(404).end('{}');
		return response.end(JSON.stringify({ name, 'dist-tags': { latest }, versions }));
	});
	const url = `http://127.0.0.1:${await listen(server)}`;
	server.unref();

	async function offer(tarball: string): Promise<string> {
		const text = await run('tar', ['-xzOf', tarball, 'package/package.json'], { log });
		const manifest: Manifest = JSON.parse(text);
		const content = readFileSync(tarball);
		const path = `/${manifest.name}/-/${manifest.name}-${manifest.version}.tgz`;
		const digest = (algorithm: string, form: 'base64' | 'hex') =>
			createHash(algorithm).update(content).digest(form);
		const integrity = `sha512-${digest('sha512', 'base64')}`;
		const dist = { tarball: `${url}${path}`, integrity, shasum: digest('sha1', 'hex') };
		tarballs[path] = content;
		versions[manifest.version] = Object.assign(manifest, { dist });
		return manifest.version;
	}

	return { url, offer, close: () => close(server) };
}

/**
 * n8n names the public registry to npm itself, and only a licence lets it name another one: so n8n
 * gets a program named npm that replaces the address and calls the real one.
 * @param folder for that program
 * @returns a PATH with that program first
 */
export function redirectNpm(folder: string, url: string): string {
	mkdirSync(folder, { recursive: true });
	const program = join(folder, 'npm');
	const path = nodeProcess.env.PATH ?? '';
	const script = [
		'#!/usr/bin/env node',
		"const { spawnSync } = require('node:child_process');",
		`const args = process.argv.slice(2).map((text) => text.replace('${PUBLIC}', '${url}'));`,
		`const own = ${JSON.stringify({ PATH: path, npm_config_cache: join(folder, 'cache') })};`,
		'const env = { ...process.env, ...own };',
		"process.exit(spawnSync('npm', args, { env, stdio: 'inherit' }).status);",
	];
	writeFileSync(program, `${script.join('\n')}\n`);
	chmodSync(program, 0o755);
	return `${folder}${delimiter}${path}`;
}
