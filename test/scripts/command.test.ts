import { join, repositoryRoot } from '../support/node';
import { runInHarness } from './harness';

/** Runs a command where no cache folder can be made: below a file. */
const commandWithoutCache = async (work: string) =>
	await runInHarness(
		`const { cacheFolder } = require('./folders');
		const { mkdirSync } = require('node:fs');
		void require('./command').runCommand(async () => { ${work} });`,
		{ XDG_CACHE_HOME: join(repositoryRoot, 'package.json') },
	);

it('a command that can not write its folder says so, and how to name another one', async () => {
	const work = 'mkdirSync(cacheFolder, { recursive: true })';
	const { code, printed } = await commandWithoutCache(work);
	expect(code).toBe(1);
	expect(printed).toMatch(/Stopped: .*n8n-nodes-peoplelens cannot be written \(E\w+\)\.\n/);
	expect(printed).toMatch(/What to do: .*XDG_CACHE_HOME\.\n$/);
});

it('a full disk is told as such, also where the system does not say for which file', async () => {
	const { printed } = await commandWithoutCache(
		"throw Object.assign(new Error('no space left on device, write'), { code: 'ENOSPC' })",
	);
	expect(printed).toMatch(/cannot be written \(ENOSPC\)\.\nWhat to do: .*XDG_CACHE_HOME\.\n$/);
});

it('what nobody foresaw is told also where its details can not be kept', async () => {
	const { code, printed } = await commandWithoutCache("throw new Error('the moon is gone')");
	expect(code).toBe(1);
	expect(printed).toBe('\nStopped: the moon is gone\n');
});

it('a command whose log can not be written stops with the reason', async () => {
	const { code, printed } = await runInHarness(
		`const command = require('./processes').run('node', ['-e', 'setTimeout(() => {}, 500)'], { log: '.' });
		command.catch(({ code }) => console.log('rejected with', code));`,
	);
	expect(printed).toBe('rejected with EISDIR\n');
	expect(code).toBe(0);
});
