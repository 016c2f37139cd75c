import escapeRegExp from 'lodash/escapeRegExp';
import { endWithParent, start } from './processes';
import { basename, join, nodeProcess, relative, repositoryRoot } from './node';

export const SUITES_FOLDER = join(repositoryRoot, 'test', 'e2e');

interface SuiteRun {
	/** Only these files. Default: all. */
	files?: string[];
	/** For the processes in which the tests run. */
	env?: NodeJS.ProcessEnv;
	/** Playwright's window. */
	ui?: boolean;
}

/**
 * Runs a suite of the tests around the package, under Playwright or Jest.
 * @param suite the name of its folder
 * @returns the exit code
 */
export async function runSuite(suite: string, { files = [], env, ui }: SuiteRun): Promise<number> {
	const program =
		suite === 'browser' ? argumentsForPlaywright(files, ui) : argumentsForJest(suite, files);
	const child = start(nodeProcess.execPath, ['--require', endWithParent, ...program], {
		cwd: repositoryRoot,
		env: { ...nodeProcess.env, ...env },
		stdio: ['pipe', 'inherit', 'inherit'],
	});
	return await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

const argumentsForJest = (suite: string, files: string[]) => [
	join(repositoryRoot, 'node_modules', 'jest', 'bin', 'jest.js'),
	...['--config', join(SUITES_FOLDER, 'jest.config.js'), '--selectProjects', suite],
	// Of an absolute path with odd characters, Jest says that it runs all tests instead.
	...(files.length > 0
		? ['--runTestsByPath', ...files.map((file) => relative(repositoryRoot, file))]
		: []),
];

/** Playwright takes a regular expression: the names of the folders above have no place in it. */
export const patternOf = (file: string): string => `[\\\\/]${escapeRegExp(basename(file))}$`;

const argumentsForPlaywright = (files: string[], ui = false) => [
	join(repositoryRoot, 'node_modules', '@playwright', 'test', 'cli.js'),
	...['test', '--config', join(SUITES_FOLDER, 'browser', 'playwright.config.ts')],
	...(ui ? ['--ui'] : []),
	...files.map(patternOf),
];
