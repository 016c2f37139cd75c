import { join, repositoryRoot } from '../support/node';
import { runNode } from '../support/program';

/**
 * Runs a few lines beside the modules of test/e2e/harness, in a process of their own: what the harness
 * does when a process ends is nothing for Jest's.
 */
export const runInHarness = async (script: string, env: NodeJS.ProcessEnv = {}) =>
	await runNode(['-r', 'tsx/cjs', '-e', script], {
		cwd: join(repositoryRoot, 'test/e2e/harness'),
		env,
	});

/** The same of an expression. @returns its value, by way of JSON */
export async function evaluateInHarness<Value>(expression: string, env?: NodeJS.ProcessEnv) {
	const { printed } = await runInHarness(`console.log(JSON.stringify(${expression}))`, env);
	return JSON.parse(printed) as Value;
}
