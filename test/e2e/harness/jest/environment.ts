import { TestEnvironment } from 'jest-environment-node';
import { log } from '../log';
import { basename, every, nodeProcess } from '../node';
import { messageOf } from '../userFacingError';

/** A test or the block around it, as Jest tells about it. */
interface Named {
	name: string;
	parent?: Named;
}

interface TestEvent {
	name: string;
	test?: Named & { errors: unknown[] };
}

/** Enough for what was expected and what came instead. */
const LINES = 12;

/**
 * Jest's environment for tests that take minutes: prints each test's outcome at once, and ends the
 * process when the one that started it is gone, however that ended, so that no n8n is left behind.
 */
export default class LongTestEnvironment extends TestEnvironment {
	readonly #file: string;

	constructor(...[config, context]: ConstructorParameters<typeof TestEnvironment>) {
		super(config, context);
		this.#file = basename(context.testPath, '.test.ts');
	}

	override async setup(): Promise<void> {
		await super.setup();
		const { ppid } = nodeProcess;
		every(500, () => {
			if (nodeProcess.ppid !== ppid) nodeProcess.kill(nodeProcess.pid, 'SIGKILL');
		});
	}

	handleTestEvent({ name, test }: TestEvent): void {
		if (name !== 'test_done' || !test) return;
		const [error] = test.errors;
		log(`  ${test.errors.length > 0 ? 'FAIL ' : 'ok   '} ${this.#file}: ${titleOf(test)}`);
		if (error) log(...explain(error));
	}
}

const titleOf = ({ name, parent }: Named): string =>
	parent?.parent ? `${titleOf(parent)}: ${name}` : name;

/** Jest gives errors as they were thrown, or in pairs with the place that they came from. */
function explain(error: unknown): string[] {
	const lines = messageOf(Array.isArray(error) ? error[0] : error).split('\n');
	return lines.slice(0, LINES).map((line) => `        ${line}`);
}
