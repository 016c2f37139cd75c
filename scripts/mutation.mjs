/**
 * Breaks the code of one room in many small ways, and looks whether its tests notice:
 *
 *   npm run test:mutation -- sync
 *   npm run test:mutation -- webhook/signature.ts      one file, or a folder
 *
 * Ends with 1 when less than 90 % of the changes are noticed. The report is in .scratch/mutation.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

/** Room → the tests that are about it; those of its neighbours would take too long. */
const ROOMS = {
	reader: ['reader'],
	poller: ['poller', 'trigger'],
	sync: ['sync'],
	webhook: ['webhook'],
	api: ['api', 'operations', 'credentials'],
	parameters: ['operations', 'trigger', 'fields'],
	trigger: ['trigger', 'model'],
};

const [target = ''] = process.argv.slice(2);
const [room] = target.split('/');
if (!(room in ROOMS)) {
	console.error(`Choose a room: ${Object.keys(ROOMS).join(', ')}`);
	process.exit(2);
}
const path = `nodes/PeopleLens/${target}`;
const roots = ROOMS[room].map((folder) => `<rootDir>/test/${folder}`);

const results = await new Stryker({
	mutate: [target.endsWith('.ts') ? path : `${path}/**/*.ts`],
	testRunner: 'jest',
	plugins: ['@stryker-mutator/jest-runner'],
	jest: { projectType: 'custom', config: { roots }, enableFindRelatedTests: true },
	coverageAnalysis: 'perTest',
	// What is broken at import time would be tried with every test: hardly a fault that gets through.
	ignoreStatic: true,
	concurrency: Number(process.env.STRYKER_CONCURRENCY ?? 1),
	timeoutMS: 20_000,
	// Not in the repository, where lint and Jest would find the copies.
	tempDirName: join(tmpdir(), 'peoplelens-stryker'),
	ignorePatterns: ['dist', 'docs', 'examples', 'test/e2e'],
	reporters: ['clear-text', 'html', 'json'],
	clearTextReporter: { allowColor: false, logTests: false, allowEmojis: false },
	htmlReporter: { fileName: `.scratch/mutation/${room}.html` },
	jsonReporter: { fileName: `.scratch/mutation/${room}.json` },
	thresholds: { high: 95, low: 90, break: 90 },
	disableTypeChecks: false,
	checkers: [],
}).runMutationTest();

if (results.length === 0) process.exitCode = 1;
