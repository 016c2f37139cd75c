import { scratchFolder } from './folders';
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
	} catch (error) {
		nodeProcess.exitCode = 1;
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

function saveStack(error: unknown): string {
	mkdirSync(scratchFolder, { recursive: true });
	const file = join(scratchFolder, 'stopped.log');
	const stack = error instanceof Error ? error.stack : String(error);
	writeFileSync(file, `${new Date().toISOString()} ${stack}\n`);
	return file;
}
