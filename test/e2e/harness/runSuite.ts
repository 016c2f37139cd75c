import { endWithParent, start } from './processes';
import { join, nodeProcess, repositoryRoot } from './node';

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
	const program = suite === 'browser' ? playwright(files, ui) : jest(suite, files);
	const child = start(nodeProcess.execPath, ['--require', endWithParent, ...program], {
		cwd: repositoryRoot,
		env: { ...nodeProcess.env, ...env },
		stdio: ['pipe', 'inherit', 'inherit'],
	});
	return await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

const jest = (suite: string, files: string[]) => [
	join(repositoryRoot, 'node_modules', 'jest', 'bin', 'jest.js'),
	...['--config', join(SUITES_FOLDER, 'jest.config.js'), '--selectProjects', suite],
	...(files.length > 0 ? ['--runTestsByPath', ...files] : []),
];

const playwright = (files: string[], ui = false) => [
	join(repositoryRoot, 'node_modules', '@playwright', 'test', 'cli.js'),
	...['test', '--config', join(SUITES_FOLDER, 'browser', 'playwright.config.ts')],
	...(ui ? ['--ui'] : []),
	...files,
];
