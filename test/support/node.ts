/**
 * The tests' only door to Node itself. The lint rules for community nodes forbid Node's
 * modules and timers in the package and cannot tell a test from it; one exception here
 * keeps them on everywhere else.
 */
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export { spawn } from 'node:child_process';
export type { ChildProcessWithoutNullStreams } from 'node:child_process';
export { getEventListeners as listenersOf, once } from 'node:events';
export { createServer, request as httpRequest } from 'node:http';
export type { IncomingMessage, Server, ServerResponse } from 'node:http';
export { connect as connectSocket } from 'node:net';
export type { AddressInfo, Socket } from 'node:net';
export { createInterface } from 'node:readline';
export { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
export {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	readlinkSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
export { tmpdir } from 'node:os';
export { basename, dirname, join, resolve } from 'node:path';
export { domainToASCII } from 'node:url';
export { inspect, parseArgs } from 'node:util';
export { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

export const nodeProcess = process;

/** CI leaves nothing out; the inner loop runs a fixed selection. */
export const IS_FULL = process.env.FULL === '1';

/** All of them in CI; in the inner loop every so-manieth, from the one with the number `first` on. */
export const everyNth = <T>(n: number, all: readonly T[], first = 0): T[] =>
	all.filter((_, index) => IS_FULL || index % n === first % n);

/** So that its collection does not fall into the middle of a measurement. */
export function collectGarbage(): void {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
}

/** Where package.json lies. */
export const repositoryRoot = resolve(__dirname, '../..');
