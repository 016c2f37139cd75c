/**
 * Runs a suite of the tests around the package: `npm run test:host legacy durable`. Prepares what
 * the suite needs, so that its tests begin at once, and hands it over in the environment.
 *
 *   names               run only these files of the suite (smoke: a version of n8n)
 *   --tarball <file>    test this packed package in place of a new one; so does PEOPLELENS_TARBALL
 *   --tag <version>     release: also whether everything fits this tag
 *   --versions <list>   host: also the smoke test and the trigger's scenario on these versions of
 *                       n8n, with commas between them
 *   --minutes <number>  host: how long the soak takes, which is left out otherwise
 *   --ui                browser: Playwright's window, in which each step can be looked at
 */
import { ensureBrowser } from './browser/browser';
import { runCommand } from './harness/command';
import { formatDuration, log } from './harness/log';
import { existsSync, join, nodeProcess, parseArgs, readdirSync, resolve } from './harness/node';
import { installN8n } from './harness/n8n/install';
import { packedPackage } from './harness/package';
import { forgetReports, printReports } from './harness/reports';
import { runSuite, SUITES_FOLDER } from './harness/runSuite';
import {
	MINUTES_VARIABLE,
	TAG_VARIABLE,
	TARBALL_VARIABLE,
	VERSION_VARIABLE,
	VERSIONS_VARIABLE,
} from './harness/settings';
import { UserFacingError } from './harness/userFacingError';

const TEST_FILE = /\.(test|spec)\.ts$/;

/** They need no n8n, and pack the package in their own way. */
const WITHOUT_N8N = ['package', 'release'];

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: {
			tarball: { type: 'string' },
			tag: { type: 'string' },
			versions: { type: 'string' },
			minutes: { type: 'string' },
			ui: { type: 'boolean' },
		},
		allowPositionals: true,
	});
	const [suite, ...names] = positionals;
	const [version, chosen] = suite === 'smoke' ? [names[0], []] : [undefined, names];
	const files = filesOf(suite, chosen);
	const env: NodeJS.ProcessEnv = {};
	if (values.tag) env[TAG_VARIABLE] = values.tag;
	if (version) env[VERSION_VARIABLE] = version;
	if (values.versions) env[VERSIONS_VARIABLE] = values.versions;
	if (values.minutes) env[MINUTES_VARIABLE] = values.minutes;
	if (!WITHOUT_N8N.includes(suite)) {
		await installN8n(version);
		env[TARBALL_VARIABLE] = resolve(values.tarball ?? (await packedPackage(suite)));
	}
	if (suite === 'browser') await ensureBrowser();
	const started = Date.now();
	if (suite === 'host') forgetReports();
	nodeProcess.exitCode = await runSuite(suite, { files, env, ui: values.ui });
	if (suite === 'host') printReports();
	log(`${suite} took ${formatDuration(Date.now() - started)}`);
}

/** @throws {UserFacingError} naming what there is */
function filesOf(suite: string, names: string[]): string[] {
	const folder = join(SUITES_FOLDER, suite);
	const files = existsSync(folder)
		? readdirSync(folder).filter((file) => TEST_FILE.test(file))
		: [];
	const known = new Map(files.map((file) => [kebabCase(file.replace(TEST_FILE, '')), file]));
	return names.map((name) => {
		const file = known.get(kebabCase(name));
		if (file) return join(folder, file);
		throw new UserFacingError(`There is no "${name}" in the suite ${suite}.`, {
			fix: `Choose from: ${[...known.keys()].join(', ')}`,
		});
	});
}

const kebabCase = (name: string) =>
	name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^-/, '');

void runCommand(main);
