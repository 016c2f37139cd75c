import { createInterface, join, nodeProcess, repositoryRoot, spawn } from '../support/node';
import { connect } from '../../sandbox/client';

/** Runs the command line; tells what it printed, and waits for its end. */
function run(...options: string[]) {
	const main = join(repositoryRoot, 'sandbox/main.ts');
	const child = spawn(nodeProcess.execPath, ['--import', 'tsx', main, ...options]);
	const printed: string[] = [];
	const complaints: string[] = [];
	child.stderr.on('data', (chunk) => complaints.push(String(chunk)));
	const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
	const firstLine = new Promise<string>((resolve) => {
		createInterface(child.stdout).on('line', (line) => {
			printed.push(line);
			resolve(line);
		});
	});
	return { child, printed, complaints, ended, firstLine };
}

it.each(['SIGINT', 'SIGTERM'] as const)(
	'the sandbox as a program prints its address, lives, and ends at %s',
	async (signal) => {
		const behaviour = '{"sortOrder": "oldest"}';
		const program = run(
			'--users',
			'40',
			'--audit-logs',
			'30',
			'--lively',
			'--every',
			'20',
			'--behaviour',
			behaviour,
		);
		const printed: { url: string; apiKey: string } = JSON.parse(await program.firstLine);
		expect(Object.keys(printed)).toEqual(['url', 'apiKey']);
		const api = connect(printed);
		expect(await api.users({ limit: 100 })).toHaveLength(40);
		const { data } = await api.auditLogs({ limit: 2 });
		expect(String(data[0].created_at) < String(data[1].created_at)).toBe(true);
		while (((await api.auditLogs()).pagination?.total ?? 0) < 33);

		await api.send('POST', '/sandbox/faults', { fault: { type: 'hang' } });
		const hanging = api.users().catch(() => 'closed');
		while (!(await api.send('GET', '/sandbox/requests')).text.includes('"fault":"hang"'));
		program.child.kill(signal);
		expect(await program.ended).toBe(0);
		expect(await hanging).toBe('closed');
		expect(program.printed).toHaveLength(1);
		expect(program.complaints).toEqual([]);
	},
);

it('the sandbox explains itself', async () => {
	const program = run('--help');
	expect(await program.ended).toBe(0);
	expect(program.printed.join('\n')).toMatch(/--audit-logs/);
});

it.each([
	[['--users', 'many'], /--users must be a whole number/],
	[['--behaviour', '{"sortOrdr": "oldest"}'], /sortOrdr/],
])('the sandbox refuses %j', async (options, words) => {
	const program = run(...options);
	expect(await program.ended).toBe(1);
	expect(program.complaints.join('')).toMatch(words);
});
