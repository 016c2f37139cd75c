import { cacheFolder, scratchFolder } from './folders';
import { join, mkdirSync, nodeProcess, writeFileSync } from './node';
import { endWithNpm } from './processes';
import { messageOf, UserFacingError } from './userFacingError';

/**
 * Runs a command's main function; turns whatever it throws into a message, advice and an exit code
 * of 1 (the stack trace of a fault that nobody foresaw goes to a file), and ends this process with
 * all that it has started.
 */
export async function runCommand(main: () => Promise<void>): Promise<void> {
	endWithNpm();
	try {
		await main();
	} catch (thrown) {
		nodeProcess.exitCode = 1;
		const error = isUnwritable(thrown) ? cacheIsUnwritable(thrown) : thrown;
		const lines = ['', `Stopped: ${messageOf(error)}`];
		if (error instanceof UserFacingError && error.fix) lines.push(`What to do: ${error.fix}`);
		const details = error instanceof UserFacingError ? error.log : saveStack(error);
		if (details) lines.push(`Details: ${details}`);
		await new Promise<void>((written) => {
			nodeProcess.stderr.write(`${lines.join('\n')}\n`, () => written());
		});
	}
	nodeProcess.exit();
}

/** What the system says when it makes no folder or file. */
const UNWRITABLE = ['EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'ENOSPC', 'EDQUOT'];

/** Whether it is about the cache folder, something in it, or one above that can't be made either. */
function isUnwritable(error: unknown): error is NodeJS.ErrnoException {
	if (!(error instanceof Error)) return false;
	const { code = '', syscall, path }: NodeJS.ErrnoException = error;
	// Of a disk that got full in the middle of a file, it does not say which.
	if (path === undefined) return code === 'ENOSPC' || code === 'EDQUOT';
	const isMeant = path.startsWith(cacheFolder) || cacheFolder.startsWith(path);
	return isMeant && (UNWRITABLE.includes(code) || (code === 'ENOENT' && syscall === 'mkdir'));
}

const cacheIsUnwritable = (cause: NodeJS.ErrnoException) =>
	new UserFacingError(`The folder ${cacheFolder} cannot be written (${cause.code}).`, {
		fix: 'Free some space, or name another folder in the variable XDG_CACHE_HOME.',
		cause,
	});

/** @returns where it is; undefined when it can't be kept either */
function saveStack(error: unknown): string | undefined {
	const file = join(scratchFolder, 'stopped.log');
	const stack = error instanceof Error ? error.stack : String(error);
	try {
		mkdirSync(scratchFolder, { recursive: true });
		writeFileSync(file, `${new Date().toISOString()} ${stack}\n`);
		return file;
	} catch {
		return undefined;
	}
}
