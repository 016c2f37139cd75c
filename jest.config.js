/** The tests that need no running n8n. Those in a real n8n: test/e2e/jest.config.js. */
/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	// A busy machine is no reason to fail.
	testTimeout: 30_000,
	// By default one core would be left alone, and one process alone collects the heaps of all files.
	maxWorkers: 2,
	workerIdleMemoryLimit: '1GB',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
	transform: {
		'^.+\\.(m?[jt]s)$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }],
	},
};
