/** `npm run check:tenant`: see `options.ts` for what it says about itself. */
import {
	constants,
	createInterface,
	delay,
	join,
	nodeProcess,
	readFileSync,
	repositoryRoot,
	writeFileSync,
} from './node';
import { runProgram, type Surroundings } from './program';

/** Gentle: a few requests a second. */
const PAUSE_MS = 250;

function packageVersion(): string {
	const manifest: unknown = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8'));
	return String((manifest as { version: unknown }).version);
}

async function ask(question: string): Promise<string> {
	const terminal = createInterface({ input: nodeProcess.stdin, output: nodeProcess.stdout });
	try {
		return await terminal.question(question);
	} finally {
		terminal.close();
	}
}

function onInterrupt(end: () => void): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		nodeProcess.once(signal, () => {
			end();
			// What was printed may still be on its way.
			nodeProcess.stdout.write('', () => nodeProcess.exit(128 + constants.signals[signal]));
		});
	}
}

const surroundings: Surroundings = {
	args: nodeProcess.argv.slice(2),
	apiKey: nodeProcess.env.PEOPLELENS_API_KEY,
	packageVersion: packageVersion(),
	time: { now: () => Date.now(), sleep: async (ms) => await delay(ms) },
	print: (text) => nodeProcess.stdout.write(text),
	complain: (text) => nodeProcess.stderr.write(text),
	ask: nodeProcess.stdin.isTTY && nodeProcess.stdout.isTTY ? ask : undefined,
	writeFile: (file, text) => writeFileSync(file, text),
	onInterrupt,
	pauseMs: PAUSE_MS,
};

void runProgram(surroundings).then((code) => {
	nodeProcess.exitCode = code;
});
