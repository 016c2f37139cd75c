/**
 * The sandbox's only door to Node itself. The lint rules for community nodes forbid Node's
 * modules and timers in the package and can't tell the sandbox from it; one exception here
 * keeps them on everywhere else.
 */
/* eslint-disable @n8n/community-nodes/no-restricted-globals */
export { setMaxListeners } from 'node:events';
export { readFileSync } from 'node:fs';
export { createServer } from 'node:http';
export type { IncomingMessage, Server, ServerResponse } from 'node:http';
export type { AddressInfo, Socket } from 'node:net';
export { Readable } from 'node:stream';
export { pipeline } from 'node:stream/promises';
export { setTimeout as delay } from 'node:timers/promises';
export { parseArgs } from 'node:util';
export { createGzip } from 'node:zlib';

export const nodeProcess = process;
