/** A package registry on this computer, and an npm for n8n that asks it in place of the public one. */
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { delimiter, join } from 'node:path';
import { run } from '../lib/processes.mjs';

const PUBLIC = 'https://registry.npmjs.org';

/** @returns {Promise<{ url: string, offer: (tarball: string) => Promise<string>, close: () => void }>} */
export async function openRegistry(log) {
	const versions = {};
	const tarballs = {};
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url, 'http://registry');
		if (tarballs[pathname]) return response.end(tarballs[pathname]);
		const latest = Object.keys(versions).at(-1);
		const name = versions[latest]?.name;
		if (pathname !== `/${name}`) return response.writeHead(404).end('{}');
		return response.end(JSON.stringify({ name, 'dist-tags': { latest }, versions }));
	});
	await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
	server.unref();
	const url = `http://127.0.0.1:${server.address().port}`;

	/** Publishes a packed package, which becomes the latest. @returns its version */
	async function offer(tarball) {
		const text = await run('tar', ['-xzOf', tarball, 'package/package.json'], { log });
		const manifest = JSON.parse(text);
		const content = readFileSync(tarball);
		const path = `/${manifest.name}/-/${manifest.name}-${manifest.version}.tgz`;
		const digest = (algorithm, form) => createHash(algorithm).update(content).digest(form);
		const integrity = `sha512-${digest('sha512', 'base64')}`;
		const dist = { tarball: `${url}${path}`, integrity, shasum: digest('sha1', 'hex') };
		tarballs[path] = content;
		versions[manifest.version] = { ...manifest, dist };
		return manifest.version;
	}

	return { url, offer, close: () => server.close() };
}

/**
 * n8n names the public registry to npm itself, and only a licence lets it name another one.
 * @param {string} folder for a program named npm
 * @returns {string} a PATH with that program first
 */
export function redirectNpm(folder, url) {
	mkdirSync(folder, { recursive: true });
	const program = join(folder, 'npm');
	const path = process.env.PATH;
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
