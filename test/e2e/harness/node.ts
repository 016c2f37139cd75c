/**
 * The only door to Node itself for what runs around the package: the tests in a real n8n, and the
 * commands in `scripts/`. The lint rules for community nodes forbid Node's modules, `process` and
 * timers in the package and can't tell a tool from it; one exception here keeps them on elsewhere.
 */
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { watch } from 'node:fs';
import { resolve } from 'node:path';

export { execFileSync, spawn, spawnSync } from 'node:child_process';
export type { ChildProcess, SpawnOptions } from 'node:child_process';
export { createHash, randomBytes, randomUUID } from 'node:crypto';
export {
	chmodSync,
	chownSync,
	closeSync,
	copyFileSync,
	createWriteStream,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readFileSync,
	readdirSync,
	realpathSync,
	rmSync,
	statSync,
	statfsSync,
	writeFileSync,
} from 'node:fs';
export { createServer as createHttpServer } from 'node:http';
export type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
export { createServer as createHttpsServer } from 'node:https';
export { connect as connectSocket, createServer as createSocketServer } from 'node:net';
export type { AddressInfo, Socket } from 'node:net';
export { constants, cpus, homedir, platform, tmpdir } from 'node:os';
export { basename, delimiter, dirname, join, relative, resolve } from 'node:path';
export { createInterface } from 'node:readline';
export { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
export { isDeepStrictEqual, parseArgs } from 'node:util';

export const nodeProcess = process;

export const collectGarbage: (() => void) | undefined = global.gc;

/** Calls `work` every so many ms. @returns ends it; it never keeps the process alive by itself */
export function every(ms: number, work: () => void): () => void {
	const timer = setInterval(work, ms);
	timer.unref();
	return () => clearInterval(timer);
}

/** Calls `onChange` with the name of each file that changes in a folder or below it. */
export function watchFolder(folder: string, onChange: (file: string) => void): void {
	watch(folder, { recursive: true }, (_event, file) => onChange(file ?? ''));
}

/** Where package.json lies. */
export const repositoryRoot = resolve(__dirname, '../../..');
