/**
 * Loaded into n8n by NODE_OPTIONS: at regular times it collects garbage, and appends what is left and
 * what is open to the file that PEOPLELENS_MEMORY names. n8n's own /metrics count garbage as well,
 * whose amount says more about the moment than about a leak.
 */
const { appendFileSync, existsSync, readdirSync } = require('node:fs');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const { isMainThread } = require('node:worker_threads');

const { PEOPLELENS_MEMORY: file, PEOPLELENS_MEMORY_EVERY_MS: every } = process.env;
const DESCRIPTORS = '/proc/self/fd';

// What n8n starts inherits NODE_OPTIONS: its task runner, threads.
if (file && isMainThread && process.argv[2] === 'start') {
	setFlagsFromString('--expose-gc');
	const collectGarbage = runInNewContext('gc');
	setInterval(() => {
		collectGarbage();
		const { heapUsed, external, rss } = process.memoryUsage();
		const heap = heapUsed + external;
		const files = existsSync(DESCRIPTORS) ? readdirSync(DESCRIPTORS).length : 0;
		const handles = process.getActiveResourcesInfo().length;
		const sample = { at: Date.now(), pid: process.pid, heap, rss, files, handles };
		appendFileSync(file, `${JSON.stringify(sample)}\n`);
	}, Number(every)).unref();
}
