import { startSandbox } from '../../sandbox';
import type { Sandbox, SandboxOptions } from '../../sandbox';

/**
 * A sandbox of its own for each test of a file or of a `describe`: begins before the test, ends after it.
 *
 * @param prepare what is done to it before each test
 * @returns stands for the sandbox of the test that runs
 */
export function useSandbox(
	options: SandboxOptions = {},
	prepare: (sandbox: Sandbox) => void = () => undefined,
): Sandbox {
	let current: Sandbox;
	beforeEach(async () => {
		current = await startSandbox(options);
		prepare(current);
	});
	afterEach(async () => await current.stop());
	return new Proxy<Sandbox>(Object.create(null), {
		get: (_, name) => Reflect.get(current, name),
		set: (_, name, value) => Reflect.set(current, name, value),
	});
}
