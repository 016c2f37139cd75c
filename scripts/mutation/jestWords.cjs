/**
 * The words of Jest (`it.each`, `beforeAll`, `expect`, `jest.spyOn`) in Mocha, made of Jest's own
 * packages. Jest loads n8n anew for every broken line, which takes seconds; Mocha keeps
 * what is loaded, and so tries a line in milliseconds. Only the mutation tests run this way.
 */
const { ModernFakeTimers } = require('@jest/fake-timers');
const { expect } = require('expect');
const { bind } = require('jest-each');
const { ModuleMocker } = require('jest-mock');
const { interfaces, Suite, Test } = require('mocha');

/** What waits for ever is a failure after this time, unless its test names another. */
const { testTimeout } = require('../../jest.config.js');

/** Stryker lets nobody name another interface than one of Mocha's own. */
interfaces.bdd = function jestWords(root) {
	const mocker = new ModuleMocker(globalThis);
	const clock = new ModernFakeTimers({
		config: { fakeTimers: {}, rootDir: '' },
		global: globalThis,
	});

	root.on('pre-require', (context, file) => {
		// Hooks outside of `describe` belong to their file, which Mocha has no level for.
		const suites = [Suite.create(root, '')];
		suites[0].file = file;
		suites[0].timeout(testTimeout);

		const it = (title, run, timeout) => {
			const test = new Test(String(title), run);
			test.file = file;
			suites[0].addTest(test);
			if (timeout !== undefined) test.timeout(timeout);
		};
		const describe = (title, define) => {
			suites.unshift(Suite.create(suites[0], String(title)));
			suites[0].file = file;
			define();
			suites.shift();
		};
		it.each = bind(it);
		describe.each = bind(describe, false);
		it.skip = () => {};
		describe.skip = () => {};

		Object.assign(context, {
			describe,
			it,
			test: it,
			expect,
			beforeAll: (hook) => suites[0].beforeAll(hook),
			afterAll: (hook) => suites[0].afterAll(hook),
			beforeEach: (hook) => suites[0].beforeEach(hook),
			afterEach: (hook) => suites[0].afterEach(hook),
			jest: {
				spyOn: (...spied) => mocker.spyOn(...spied),
				fn: (implementation) => mocker.fn(implementation),
				restoreAllMocks: () => mocker.restoreAllMocks(),
				useFakeTimers: () => clock.useFakeTimers(),
				useRealTimers: () => clock.useRealTimers(),
				setSystemTime: (now) => clock.setSystemTime(now),
				setTimeout: (timeout) => suites[0].timeout(timeout),
			},
		});
	});
};
