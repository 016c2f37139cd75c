/**
 * Breaks the code of one room in many small ways, and looks whether its tests notice:
 *
 *   npm run test:mutation -- sync
 *   npm run test:mutation -- webhook/signature.ts      one file, or a folder
 *
 * Ends with 1 when less than 90 % of the changes are noticed. The report is in .scratch/mutation. What
 * was tried before is not tried again while neither it nor its tests have changed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';

/**
 * Room → the folders or files with the tests about it; those of its neighbours would take too long. A
 * room within a room is by itself.
 */
const ROOMS = {
	reader: ['reader'],
	poller: ['poller'],
	sync: ['sync'],
	webhook: ['webhook'],
	'api/errors': ['api/errors'],
	'api/http': [
		'api/adaptiveRateLimiter.test.ts',
		'api/concurrency',
		'api/credential.test.ts',
		'api/faults.test.ts',
		'api/http',
		'api/key.test.ts',
		'api/parseJson.test.ts',
		'api/redact.test.ts',
		'api/retry.test.ts',
		'api/semaphore.test.ts',
		'api/timing.test.ts',
		'api/transport.test.ts',
	],
	api: ['api', 'operations', 'credentials', 'domain'],
	parameters: ['parameters'],
	trigger: ['trigger'],
};

/**
 * These take long, measure time, or change what all tests of one process share. Without them, less
 * is noticed, not more.
 */
const LEFT_OUT = [
	'api/bounds',
	'api/deadline',
	'operations/hiring/fileMemory',
	'operations/hiring/fileStreams',
	'operations/parallel',
	'poller/simulation',
	'reader/readProperty',
].map((name) => `${name}.test.ts`);

/** What a quick test notices needs no slow one: those of a single module come first, many cases last. */
const MANY_CASES = /propert|hostile|redact|parseJson|key\.test|lists|\/log\.test/i;
const NEEDS_A_WORLD =
	/from '\.\.?\/(?!\.\.\/nodes)[^']*(simulation|support|tenant|host|watch|probe)[^']*'/;

function slownessOf(test) {
	if (MANY_CASES.test(test)) return 2;
	return Number(NEEDS_A_WORLD.test(readFileSync(test, 'utf8')));
}

const [target = ''] = process.argv.slice(2);
const room = Object.keys(ROOMS).find((name) => `${target}/`.startsWith(`${name}/`));
if (room === undefined) {
	console.error(`Choose a room: ${Object.keys(ROOMS).join(', ')}`);
	process.exit(2);
}
const path = `nodes/PeopleLens/${target}`;
const roomsWithin = Object.keys(ROOMS)
	.filter((name) => name.startsWith(`${target}/`))
	.map((name) => `!nodes/PeopleLens/${name}/**/*.ts`);
const name = target.replace(/\W/g, '-');

const testsIn = (place) =>
	place.endsWith('.ts')
		? [place]
		: readdirSync(`test/${place}`, { recursive: true }).map((file) => `${place}/${file}`);

const tests = ROOMS[room]
	.flatMap(testsIn)
	.filter((file) => file.endsWith('.test.ts') && !LEFT_OUT.includes(file))
	.map((file) => `test/${file}`)
	.sort((a, b) => slownessOf(a) - slownessOf(b));

// As Jest has it (test/support/jest/globalSetup.ts).
process.env.TZ = 'Asia/Kathmandu';

const here = (file) => join(import.meta.dirname, 'mutation', file);

const results = await new Stryker({
	mutate: target.endsWith('.ts') ? [path] : [`${path}/**/*.ts`, ...roomsWithin],
	testRunner: 'mocha',
	plugins: ['@stryker-mutator/mocha-runner'],
	mochaOptions: {
		spec: tests,
		extension: ['ts'],
		require: [here('loadTypeScript.cjs'), here('jestWords.cjs')],
	},
	coverageAnalysis: 'perTest',
	// What is broken at import time would be tried with every test: hardly a fault that gets through.
	ignoreStatic: true,
	// What one broken line leaves behind must not last for ever.
	maxTestRunnerReuse: 200,
	incremental: true,
	incrementalFile: `.scratch/mutation/${name}.incremental.json`,
	concurrency: Number(process.env.STRYKER_CONCURRENCY ?? 1),
	timeoutMS: 15_000,
	timeoutFactor: 2,
	dryRunTimeoutMinutes: 20,
	// Not in the repository, where lint and Jest would find the copies.
	tempDirName: join(tmpdir(), 'peoplelens-stryker'),
	ignorePatterns: ['dist', 'docs', 'examples', 'test/e2e'],
	reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
	clearTextReporter: { allowColor: false, logTests: false, allowEmojis: false },
	htmlReporter: { fileName: `.scratch/mutation/${name}.html` },
	jsonReporter: { fileName: `.scratch/mutation/${name}.json` },
	thresholds: { high: 95, low: 90, break: 90 },
	disableTypeChecks: false,
	checkers: [],
}).runMutationTest();

if (results.length === 0) process.exitCode = 1;
