/**
 * The check's only door to Node itself and to its HTTP client. The lint rules for community nodes
 * forbid them in the package and can't tell a script from it; one exception here keeps them on
 * everywhere else.
 */
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { resolve } from 'node:path';

export { default as axios } from 'axios';
export { randomUUID } from 'node:crypto';
export { existsSync, readFileSync, writeFileSync } from 'node:fs';
export { constants } from 'node:os';
export { dirname, join } from 'node:path';
export { createInterface } from 'node:readline/promises';
export { setTimeout as delay } from 'node:timers/promises';
export { parseArgs } from 'node:util';
export { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

export const nodeProcess = process;

/** Where package.json lies. */
export const repositoryRoot = resolve(__dirname, '../..');

/** Aborts so many ms from now. */
export const abortAfter = (ms: number) => AbortSignal.timeout(ms);
