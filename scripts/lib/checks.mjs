import { say } from './output.mjs';

/**
 * Counts checks and prints one line for each.
 * @returns {{ check: typeof check, finish: () => void }} finish: prints the total and sets the exit
 *   code when a check did not pass
 */
export function createChecks() {
	let passed = 0;
	let failed = 0;

	/**
	 * @template T
	 * @param {string} name what holds when the check passes
	 * @param {() => T | Promise<T>} verify throws when it doesn't hold
	 * @returns {Promise<T | undefined>} what verify returned; undefined when it threw
	 */
	async function check(name, verify) {
		try {
			const result = await verify();
			passed += 1;
			say(`  ok    ${name}`);
			return result;
		} catch (error) {
			failed += 1;
			say(`  FAIL  ${name}`, ...error.message.split('\n').map((line) => `        ${line}`));
			return undefined;
		}
	}

	function finish() {
		say(`${passed} passed, ${failed} failed`);
		if (failed > 0) process.exitCode = 1;
	}

	return { check, finish };
}
