import { nodeProcess, spawn } from './node';

interface Options {
	cwd?: string;
	/** All that it gets, but for PATH. */
	env?: NodeJS.ProcessEnv;
	/** Told whenever it has printed something: all of it so far. */
	onPrint?: (printed: string, child: ReturnType<typeof spawn>) => void;
}

/** Runs a program as people do. @returns how it ended, and what it printed */
export async function runProgram(file: string, args: string[], options: Options = {}) {
	const { cwd, env, onPrint } = options;
	const child = spawn(file, args, { cwd, env: { PATH: nodeProcess.env.PATH, ...env } });
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk) => {
			printed += String(chunk);
			onPrint?.(printed, child);
		});
	}
	const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
	return { code, printed };
}

/** The same of this Node. */
export const runNode = async (args: string[], options?: Options) =>
	await runProgram(nodeProcess.execPath, args, options);
