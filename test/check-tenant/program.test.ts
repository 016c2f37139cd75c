import type { Sandbox } from '../../sandbox/index';
import { pauseFor, runProgram, type Surroundings } from '../../scripts/check-tenant/program';
import { readReport } from '../../scripts/check-tenant/report';
import { runNode } from '../support/program';
import {
	delay,
	join,
	mkdtempSync,
	nodeProcess,
	readFileSync,
	repositoryRoot,
	rmSync,
	spawn,
	tmpdir,
} from '../support/node';
import { NEW_EMAIL, personalDataIn, startTenant } from './tenant';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startTenant();
});
beforeEach(() => {
	sandbox.requests.length = 0;
});
afterAll(async () => await sandbox.stop());

/** Runs the program in this process, and keeps what it prints and writes. */
async function run(args: string[], changes: Partial<Surroundings> = {}) {
	let printed = '';
	const files = new Map<string, string>();
	const code = await runProgram({
		args,
		apiKey: sandbox.apiKey,
		packageVersion: '1.0.0',
		time: { now: () => Date.now(), sleep: async (ms) => await delay(ms) },
		print: (text) => (printed += text),
		complain: (text) => (printed += text),
		writeFile: (file, text) => void files.set(file, text),
		onInterrupt: () => {},
		pauseMs: 0,
		...changes,
	});
	expect(printed).not.toContain(sandbox.apiKey);
	return { code, printed, files };
}

it('the owner of a tenant reads what holds, and gets a report without personal data', async () => {
	const { code, printed, files } = await run(['--url', sandbox.url, '--report', 'report.json']);
	expect(code).toBe(0);
	expect(printed).toMatch(/✓ Order +Newest first\./);
	expect(printed).toMatch(/· Events that show up late +Not seen\./);
	expect(printed).toMatch(/\d+ hold, 0 differ and the package copes, 0 break something/);
	const text = files.get('report.json') ?? '';
	expect(readReport(text)).toMatchObject({ formatVersion: 1, wrote: false });
	expect(personalDataIn(text, sandbox)).toEqual([]);
	expect(personalDataIn(printed.replaceAll(sandbox.url, ''), sandbox)).toEqual([]);
	expect(printed.split('\n').every((line) => line.length <= 110)).toBe(true);
});

it('a tenant that breaks something is told by the exit code and by name', async () => {
	sandbox.rewriteAnswer = (answer, { path }) =>
		path.endsWith('/users') && answer.status === 200 ? { ...answer, status: 500 } : answer;
	const { code, printed } = await run(['--url', sandbox.url]);
	sandbox.rewriteAnswer = undefined;
	expect(code).toBe(1);
	expect(printed).toMatch(/✗ Users +PeopleLens answered with status 500/);
	expect(printed).toMatch(/Please look at: Users/);
});

it('a tenant that gives no answer at all was not checked: no report, no thanks, and 2', async () => {
	const gone = await startTenant();
	await gone.stop();
	const { code, printed, files } = await run(['--url', gone.url, '--report', 'report.json']);
	expect(code).toBe(2);
	expect(printed).toContain(`No answer came from ${gone.url}, so nothing could be checked`);
	expect(printed).not.toMatch(/Thank you|hold,/);
	expect(files.size).toBe(0);
});

it.each<[string, string[], Partial<Surroundings>, RegExp]>([
	['no address', [], {}, /--url is missing/],
	['plain http to another computer', ['--url', 'http://acme.peoplelensai.com'], {}, /https/],
	['no key', ['--url', 'https://acme.peoplelensai.com'], { apiKey: '' }, /PEOPLELENS_API_KEY/],
	[
		'a key with a line break inside',
		['--url', 'https://acme.peoplelensai.com'],
		{ apiKey: 'dummy\nkey' },
		/copy it again/,
	],
	['an unknown option', ['--key', 'dummy-api-key-example'], {}, /option that does not exist/],
	['an argument that is no option', ['dummy-api-key-example'], {}, /option that does not exist/],
	['--write without an address', ['--url', 'https://a.example', '--write'], {}, /--email/],
	[
		'an address without --write',
		['--url', 'https://a.example', '--email', 'a@b.example'],
		{},
		/--write/,
	],
	[
		'a folder that is not there',
		['--url', 'https://a.example', '--report', 'no/such/r.json'],
		{},
		/folder/,
	],
	['too long a watch', ['--url', 'https://a.example', '--watch-minutes', '900'], {}, /up to 60/],
])(
	'the program refuses %s in plain words, before it sends anything',
	async (_name, args, changes, words) => {
		const { code, printed } = await run(args, changes);
		expect(code).toBe(2);
		expect(printed).toMatch(words);
		expect(sandbox.requests).toEqual([]);
	},
);

it.each([
	['https://acme.peoplelensai.com', 250],
	['https://127.0.0.1.example.com', 250],
	['http://192.168.0.10', 250],
	['http://127.0.0.1:4321', 0],
	['http://localhost:4321', 0],
	['http://[::1]:4321', 0],
])('two requests to %s lie at least %i ms apart', (url, ms) => {
	expect(pauseFor(url, 250)).toBe(ms);
});

const WRITE = ['--write', '--email', NEW_EMAIL];

it('--write refuses without a terminal, and sends nothing', async () => {
	const { code, printed } = await run(['--url', sandbox.url, ...WRITE]);
	expect(code).toBe(2);
	expect(printed).toMatch(/run it in a terminal/);
	expect(sandbox.requests).toEqual([]);
});

it.each(['', 'y', 'yes', 'check.tenant@acme.exampl', NEW_EMAIL.toUpperCase()])(
	'--write sends nothing when the person types "%s" instead of the address',
	async (answer) => {
		const ask = async () => await Promise.resolve(answer);
		const { code } = await run(['--url', sandbox.url, ...WRITE], { ask });
		expect(code).toBe(2);
		expect(sandbox.requests).toEqual([]);
	},
);

it('--write plays the invitation through once the address is typed, and says how to clean up', async () => {
	const ask = async () => await Promise.resolve(`${NEW_EMAIL}\n`);
	const { code, printed, files } = await run(
		['--url', sandbox.url, '--report', 'r.json', ...WRITE],
		{
			ask,
		},
	);
	expect(code).toBe(0);
	expect(printed).toMatch(/was invited and deactivated again/);
	expect(printed).toMatch(/✓ The same invitation again +Is a conflict \(409\)/);
	expect(personalDataIn(files.get('r.json') ?? '', sandbox)).toEqual([]);
});

it('--write says plainly that somebody may be left, and who', async () => {
	sandbox.rewriteAnswer = (answer, { method, path }) => {
		if (method === 'POST' && answer.status >= 400) return { ...answer, status: 204, body: '' };
		const isList = method === 'GET' && path.endsWith('/users');
		return isList && answer.status === 200 ? { ...answer, body: namelessly(answer.body) } : answer;
	};
	const email = 'check.tenant.2@acme.example';
	const ask = async () => await Promise.resolve(email);
	const { printed } = await run(['--url', sandbox.url, '--write', '--email', email], { ask });
	sandbox.rewriteAnswer = undefined;
	expect(printed).toMatch(/check\.tenant\.2@acme\.example was invited and deactivated again/);
	expect(printed).toMatch(
		/PLEASE CLEAN UP: .*one more "Check Tenant" .*with the address check\.tenant\.2@/,
	);
	expect(printed).toMatch(/PLEASE CLEAN UP: .*one more "Check Tenant" .*without an email/);
});

describe('whoever is invited by a check that is broken off', () => {
	const time = { now: () => Date.now(), sleep: async () => await Promise.resolve() };
	afterEach(() => (sandbox.rewriteAnswer = undefined));

	/**
	 * Plays through the check of an invitation, with an hour of watching.
	 * @param onAnswer told what is answered, and what has been printed so far; it may press Ctrl-C
	 */
	async function check(
		email: string,
		onAnswer: (answer: string, printed: string, pressCtrlC: () => string) => void,
	): Promise<void> {
		let printed = '';
		let interrupt = (): void => {};
		const pressCtrlC = (): string => {
			const before = printed;
			interrupt();
			return printed.slice(before.length);
		};
		sandbox.rewriteAnswer = (answer, { method }) => {
			onAnswer(`${method} ${answer.status}`, printed, pressCtrlC);
			return answer;
		};
		await run(['--url', sandbox.url, '--write', '--email', email, '--watch-minutes', '60'], {
			ask: async () => await Promise.resolve(email),
			print: (text) => (printed += text),
			onInterrupt: (end) => (interrupt = end),
			time,
		});
	}

	it('is named while the answer to the invitation is under way', async () => {
		let told = '';
		await check('check.tenant.3@acme.example', (answer, _printed, pressCtrlC) => {
			if (answer === 'POST 201') told = pressCtrlC();
		});
		expect(told).toMatch(/PLEASE CLEAN UP: check\.tenant\.3@acme\.example was invited, or may/);
	});

	it('is nobody before the invitation is sent', async () => {
		const told: string[] = [];
		await check('check.tenant.4@acme.example', (_answer, _printed, pressCtrlC) => {
			if (told.length === 0) told.push(pressCtrlC());
		});
		expect(told).toEqual(['\nNothing was changed.\n']);
	});

	it('is told as deactivated once that is done', async () => {
		let isGone = false;
		let told = '';
		await check('check.tenant.6@acme.example', (answer, _printed, pressCtrlC) => {
			if (isGone) told ||= pressCtrlC();
			else isGone = answer.startsWith('DELETE');
		});
		expect(told).toMatch(/check\.tenant\.6@acme\.example was invited and deactivated again/);
	});

	it('is named before the hour of watching begins', async () => {
		let atFirstLook = '';
		await check('check.tenant.5@acme.example', (_answer, printed) => {
			if (printed.includes('Watching new events')) atFirstLook ||= printed;
		});
		expect(atFirstLook).toMatch(/check\.tenant\.5@acme\.example was invited and deactivated again/);
	});
});

const namelessly = (body: string) => {
	const { data } = JSON.parse(body) as { data: Array<{ id: string; email: string }> };
	return JSON.stringify({ data: data.map(({ id, email }) => ({ id, email })) });
};

const PROGRAM = ['--import', 'tsx', join(repositoryRoot, 'scripts/check-tenant/main.ts')];

it('as a program, it takes the key from the environment and writes a report that the sandbox loads', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'check-tenant-'));
	const file = join(folder, 'report.json');
	sandbox.behaviour.sortOrder = 'oldest';
	sandbox.behaviour.userAnswer = 'user';
	const env = { PEOPLELENS_API_KEY: sandbox.apiKey };
	const { code, printed } = await runNode([...PROGRAM, '--url', sandbox.url, '--report', file], {
		env,
	});
	Object.assign(sandbox.behaviour, { sortOrder: 'newest', userAnswer: 'bare' });
	expect(code).toBe(0);
	expect(printed).toMatch(/✓ Order +Oldest first\./);
	expect(printed).not.toContain(sandbox.apiKey);
	expect(readReport(readFileSync(file, 'utf8')).facts.userAnswer).toBe('user');

	const like = spawn(nodeProcess.execPath, [
		'--import',
		'tsx',
		join(repositoryRoot, 'sandbox/main.ts'),
		'--like',
		file,
	]);
	const line = await new Promise<string>((resolve) =>
		like.stdout.once('data', (chunk) => resolve(String(chunk))),
	);
	const { url } = JSON.parse(line) as { url: string };
	const behaviour: unknown = await (await fetch(`${url}/sandbox/behaviour`)).json();
	like.kill();
	await new Promise((resolve) => like.on('close', resolve));
	rmSync(folder, { recursive: true });
	expect(behaviour).toMatchObject({ sortOrder: 'oldest', userAnswer: 'user' });
}, 60_000);

it('as a program, it explains itself, and refuses --write where nobody can type', async () => {
	const help = await runNode([...PROGRAM, '--help']);
	expect(help).toMatchObject({ code: 0, printed: expect.stringMatching(/PEOPLELENS_API_KEY/) });
	const env = { PEOPLELENS_API_KEY: sandbox.apiKey };
	const write = await runNode([...PROGRAM, '--url', sandbox.url, ...WRITE], { env });
	expect(write).toMatchObject({ code: 2, printed: expect.stringMatching(/terminal/) });
}, 30_000);

it.each([
	['130 on Ctrl-C', 130, 'SIGINT'],
	['143 where it is told to end', 143, 'SIGTERM'],
	['129 where its terminal is closed', 129, 'SIGHUP'],
] as const)(
	'as a program, it ends with %s',
	async (_, expected, signal) => {
		const args = ['--url', sandbox.url, '--watch-minutes', '60'];
		const { code } = await runNode([...PROGRAM, ...args], {
			env: { PEOPLELENS_API_KEY: sandbox.apiKey },
			onPrint: (printed, child) => {
				if (printed.includes('Watching new events')) child.kill(signal);
			},
		});
		expect(code).toBe(expected);
	},
	60_000,
);
