/**
 * Runs a program that must not outlive the test: node --require endWithParent.cjs supervisor.cjs
 * <program> <arguments…>
 */
const { spawn } = require('node:child_process');

const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
child.once('error', (error) => {
	process.stderr.write(`${error.message}\n`);
	process.exit(1);
});
child.once('exit', (code) => process.exit(code ?? 1));
// In good order: Redis writes down what it holds.
process.on('SIGTERM', () => child.kill('SIGTERM'));
