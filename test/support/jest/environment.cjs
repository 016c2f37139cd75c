/**
 * Jest gives each test file a world of its own: its own `Array` and `Error`, and its own copy of every
 * module. To load n8n's engine again for each file would take most of the time of all tests. Here,
 * everything shares one realm, as it does in n8n, so that the packages of nodePackage.cjs are loaded
 * once for all files. The project's own modules are still loaded anew for each file.
 *
 * Plain JavaScript, because the mutation tests load it without Jest's transformers.
 */
const { createRequire } = require('node:module');
const vm = require('node:vm');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** Stands for the realm that this process runs in; no code ever runs in this one. */
const THIS_REALM = vm.createContext();

// Jest compiles each file for the realm that its environment names, and Node has no name for the one
// that is running: here, and nowhere else, that one is meant when Jest says `THIS_REALM`.
const { compileFunction } = vm;
vm.compileFunction = (code, parameters, options = {}) => {
	const { parsingContext, ...others } = options;
	return compileFunction(code, parameters, parsingContext === THIS_REALM ? others : options);
};

/** @implements {import('@jest/environment').JestEnvironment} */
module.exports = class SharedRealmEnvironment {
	global = globalThis;

	moduleMocker = new ModuleMocker(globalThis);

	fakeTimers = null;

	/** What a file may change, as it was before. */
	#globals = Object.getOwnPropertyDescriptors(globalThis);

	#variables = { ...process.env };

	#exit = process.exit;

	constructor({ projectConfig }) {
		this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
		globalThis.requireOnce = createRequire(__filename);
	}

	async setup() {}

	getVmContext() {
		return THIS_REALM;
	}

	exportConditions() {
		return ['node', 'node-addons'];
	}

	/** Leaves nothing of one file to the next. */
	async teardown() {
		this.fakeTimersModern.dispose();
		this.moduleMocker.restoreAllMocks();
		for (const key of Reflect.ownKeys(globalThis)) {
			if (!(key in this.#globals)) Reflect.deleteProperty(globalThis, key);
		}
		Object.defineProperties(globalThis, this.#globals);
		for (const name of Object.keys(process.env)) {
			if (!(name in this.#variables)) delete process.env[name];
		}
		Object.assign(process.env, this.#variables);
		process.exit = this.#exit;
	}
};
