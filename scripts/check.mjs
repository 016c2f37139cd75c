/**
 * Style, types and architecture at the same time: each alone leaves a processor idle. What they say
 * comes out one after the other; the exit code is 0 only when all are content.
 */
import { spawn } from 'node:child_process';

/** CI lints everything, and looks whether n8n's rules are as they were; here, what has changed will do. */
const LINT = process.env.FULL === '1' ? 'lint' : 'lint:changed';
const CHECKS = [LINT, 'typecheck', 'architecture'];

/** @returns the exit code of `npm run <name>`, and what it printed */
async function run(name) {
	const child = spawn('npm', ['run', '--silent', name], {
		stdio: ['ignore', 'pipe', 'pipe'],
		// npm is a .cmd file on Windows, which only a shell can start.
		shell: process.platform === 'win32',
	});
	const printed = [];
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (part) => printed.push(part));
	const code = await new Promise((resolve, reject) => {
		child.once('close', (exit) => resolve(exit ?? 1));
		child.once('error', reject);
	});
	return { code, text: Buffer.concat(printed).toString() };
}

const running = CHECKS.map(run);
for (const [index, name] of CHECKS.entries()) {
	const { code, text } = await running[index];
	process.stdout.write(`${name}: ${code === 0 ? 'ok' : 'failed'}\n${text}`);
	if (code !== 0) process.exitCode = 1;
}
