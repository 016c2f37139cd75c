/**
 * The tests in a real n8n, and those of the package as a whole; one project for each suite.
 * `npm run test:host` and so on select one (run.ts).
 */
const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const { transform } = require('../../jest.config');

const NO_SUITES = ['harness', 'browser'];

const suites = readdirSync(__dirname, { withFileTypes: true })
	.filter((entry) => entry.isDirectory() && !NO_SUITES.includes(entry.name))
	.map(({ name }) => name);

/** @type {import('jest').Config} */
module.exports = {
	// Three n8n at a time: most of the time, they wait for the next check.
	maxWorkers: 3,
	// Each test's outcome is printed at once (harness/jest/environment.ts).
	verbose: false,
	testSequencer: './sequencer.js',
	projects: suites.map((name) => ({
		displayName: name,
		rootDir: join(__dirname, '../..'),
		roots: [join(__dirname, name)],
		testMatch: ['**/*.test.ts'],
		testEnvironment: join(__dirname, 'harness/jest/environment.ts'),
		setupFilesAfterEnv: [join(__dirname, 'harness/jest/setUp.ts')],
		transform,
	})),
};
