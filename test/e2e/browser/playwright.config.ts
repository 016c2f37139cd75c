/** The package as people use it: in the editor of a real n8n, in a browser, against the sandbox. */
import { defineConfig } from '@playwright/test';
import { resultsFolder } from '../harness/folders';
import { join } from '../harness/node';
import { launchOptions, PATIENCE_MS, TEST_ID_ATTRIBUTE } from './browser';

const SIGN_UP = /signUp\.spec/;
const CONNECT = /connect\.spec/;

export default defineConfig({
	testDir: '.',
	outputDir: join(resultsFolder, 'playwright'),
	globalSetup: './globalSetup.ts',
	// One n8n, which all of them use one after the other.
	workers: 1,
	fullyParallel: false,
	timeout: 120_000,
	expect: { timeout: PATIENCE_MS },
	reporter: [['list']],
	use: {
		launchOptions: launchOptions(),
		testIdAttribute: TEST_ID_ATTRIBUTE,
		trace: 'retain-on-failure',
		screenshot: 'only-on-failure',
	},
	// A person signs up and connects before anything else can be done.
	projects: [
		{ name: 'sign up', testMatch: SIGN_UP },
		{ name: 'connect', testMatch: CONNECT, dependencies: ['sign up'] },
		{ name: 'editor', testIgnore: [SIGN_UP, CONNECT], dependencies: ['connect'] },
	],
});
