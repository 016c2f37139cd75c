/**
 * `npm run dev`: the n8n editor with this package and the sandbox; a change in nodes/ or credentials/
 * is compiled at once and n8n reloads it. The build writes straight into the n8n's copy of the package,
 * which n8n watches.
 */
import { runCommand } from '../test/e2e/harness/command';
import { cacheFolder } from '../test/e2e/harness/folders';
import { withLock } from '../test/e2e/harness/lock';
import { log, showProgress } from '../test/e2e/harness/log';
import { join, nodeProcess, repositoryRoot, watchFolder } from '../test/e2e/harness/node';
import { installN8n } from '../test/e2e/harness/n8n/install';
import { installPackage, packageFolderIn, packPackage } from '../test/e2e/harness/package';
import { onInterrupt, run, start } from '../test/e2e/harness/processes';
import { messageOf, UserFacingError } from '../test/e2e/harness/userFacingError';
import { welcome } from './demo/presentation';
import { openDemo } from './demo/session';

const FOLDER = join(cacheFolder, 'demo', 'dev');
const BIN = join(repositoryRoot, 'node_modules', '.bin');

/** What the build copies in place of compiling it. */
const ASSET = /\.(svg|json)$/;

async function main(): Promise<void> {
	const host = await installN8n();
	await withLock(FOLDER, develop, () => {
		throw new UserFacingError('"npm run dev" is already running in another window.', {
			fix: 'Use that one, or end it there with Ctrl-C and start again.',
		});
	});

	async function develop(): Promise<void> {
		const install = async (userFolder: string, file: string) =>
			installPackage(userFolder, await packPackage(join(cacheFolder, 'package')), file);
		const session = await showProgress('Building the package and starting n8n', '25 s', () =>
			openDemo({ folder: FOLDER, host, install, env: { N8N_DEV_RELOAD: 'true' } }),
		);
		onInterrupt(session.stop);
		const dist = join(packageFolderIn(FOLDER), 'dist');
		compileOnChange(dist);
		copyOnChange(dist);
		log(...welcome(session, '(the sandbox: new events all the time)'));
		log('What you change in nodes/ or credentials/ is in n8n a moment later: reload the page.', '');
		await session.ended;
	}
}

function compileOnChange(dist: string): void {
	const env = { ...nodeProcess.env, DIST: dist };
	const rollup = require.resolve('rollup/dist/bin/rollup');
	const args = [rollup, '--config', '--watch', '--no-watch.clearScreen'];
	const compiler = start(nodeProcess.execPath, args, {
		cwd: repositoryRoot,
		env,
		// It ends with its input: a pipe lasts as long as this process.
		stdio: ['pipe', 'inherit', 'inherit'],
	});
	compiler.once('exit', () => log('Nothing is compiled any more: start "npm run dev" again.'));
}

function copyOnChange(dist: string): void {
	for (const folder of ['nodes', 'icons']) {
		watchFolder(join(repositoryRoot, folder), (file) => {
			if (ASSET.test(file)) void copyAssets(dist);
		});
	}
}

async function copyAssets(dist: string): Promise<void> {
	const env = { ...nodeProcess.env, DIST: dist };
	try {
		await run(join(BIN, 'gulp'), ['assets'], { cwd: repositoryRoot, env, log: `${FOLDER}.log` });
		log('Icons, schemas and codex files were copied.');
	} catch (error) {
		log(messageOf(error));
	}
}

void runCommand(main);
