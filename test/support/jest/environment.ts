import type { JestEnvironment, JestEnvironmentConfig } from '@jest/environment';
import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

import { createRequire, join, nodeGlobal, nodeProcess, repositoryRoot, vm } from '../node';

/** Stands for the realm that this process runs in; no code ever runs in this one. */
const THIS_REALM = vm.createContext();

const { compileFunction } = vm;

// Jest compiles each file for the realm that its environment names, and Node has no name for the one
// that is running: here, and nowhere else, that one is meant when Jest says `THIS_REALM`.
Object.assign(vm, {
	compileFunction: (...[code, parameters, options = {}]: Parameters<typeof compileFunction>) => {
		const { parsingContext, ...others } = options;
		return compileFunction(code, parameters, parsingContext === THIS_REALM ? others : options);
	},
});

/**
 * Jest gives each test file a world of its own: its own `Array` and `Error`, and its own copy of every
 * module. To load n8n's engine again for each file would take most of the time of all tests. Here,
 * everything shares one realm, as it does in n8n, so that the packages of nodePackage.cjs are loaded
 * once for all files. The project's own modules are still loaded anew for each file.
 */
export default class SharedRealmEnvironment implements JestEnvironment<unknown> {
	readonly global = nodeGlobal as unknown as JestEnvironment['global'];
	readonly moduleMocker = new ModuleMocker(nodeGlobal);
	readonly fakeTimers = null;
	readonly fakeTimersModern: ModernFakeTimers;

	/** What a file may change, as it was before. */
	readonly #globals = Object.getOwnPropertyDescriptors(nodeGlobal);
	readonly #variables = { ...nodeProcess.env };
	readonly #exit = nodeProcess.exit;

	constructor({ projectConfig }: JestEnvironmentConfig) {
		this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: nodeGlobal });
		Object.assign(nodeGlobal, { requireOnce: createRequire(join(repositoryRoot, 'test/')) });
	}

	async setup(): Promise<void> {}

	getVmContext = () => THIS_REALM;

	exportConditions = () => ['node', 'node-addons'];

	/** Leaves nothing of one file to the next. */
	async teardown(): Promise<void> {
		this.fakeTimersModern.dispose();
		this.moduleMocker.restoreAllMocks();
		for (const key of Reflect.ownKeys(nodeGlobal)) {
			if (!(key in this.#globals)) Reflect.deleteProperty(nodeGlobal, key);
		}
		Object.defineProperties(nodeGlobal, this.#globals);
		for (const name of Object.keys(nodeProcess.env)) {
			if (!(name in this.#variables)) delete nodeProcess.env[name];
		}
		Object.assign(nodeProcess.env, this.#variables);
		nodeProcess.exit = this.#exit;
	}
}
