/** The tests that need no running n8n. Those in a real n8n: test/e2e/jest.config.js. */

/** What tests and nodes import. Anew for each file, n8n-core alone would take 2 s. */
const LOADED_ONCE = [
	...['ajv', 'axios', 'fast-check', 'lodash', 'luxon', 'n8n-core', 'n8n-workflow'],
	...['reflect-metadata', 'selfsigned', 'typescript', 'yaml', 'zod'],
];

/** @type {import('jest').Config} */
module.exports = {
	globalSetup: '<rootDir>/test/support/jest/globalSetup.ts',
	globalTeardown: '<rootDir>/test/support/jest/globalTeardown.ts',
	testEnvironment: require.resolve('./test/support/jest/environment.cjs'),
	testSequencer: '<rootDir>/test/support/jest/sequencer.cjs',
	// A busy machine is no reason to fail.
	testTimeout: 30_000,
	// Many tests wait for their sandbox: more processes than two processors, the least that is expected.
	// In full size they compute.
	maxWorkers: process.env.FULL === '1' ? 2 : 4,
	workerIdleMemoryLimit: '1GB',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	// A regular expression: the names of the folders above have no place in it.
	testPathIgnorePatterns: ['/test/e2e/'],
	transform: {
		[`/node_modules/(${LOADED_ONCE.join('|')})/.+\\.c?js$`]:
			'<rootDir>/test/support/jest/nodePackage.cjs',
		'^(?!.*/node_modules/).+\\.m?[jt]s$': [
			'@swc/jest',
			{ jsc: { target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	// Which files of packages are transformed is said above.
	transformIgnorePatterns: [],
};
