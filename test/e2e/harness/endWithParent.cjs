/**
 * Loaded into a process by `--require`, which is given a pipe as standard input: the pipe closes
 * when the parent is gone, however it ended (even when it was killed), and so does this process.
 */
const { isMainThread } = require('node:worker_threads');

// Worker threads load this too, and forked processes would, with an input that isn't that pipe.
if (isMainThread) {
	process.execArgv = [];
	process.stdin.on('close', () => process.kill(process.pid, 'SIGTERM'));
	process.stdin.resume();
	process.stdin.unref();
}
