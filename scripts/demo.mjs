/** `npm run demo`: PeopleLens in a real n8n editor, from a clean clone in one command. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDemo } from './demo/check.mjs';
import { openDemo, runWorkflow } from './demo/session.mjs';
import { table } from './demo/table.mjs';
import { itemsOf } from './host/executionData.mjs';
import { installHost } from './host/install.mjs';
import { cacheFolder } from './lib/folders.mjs';
import { withLock } from './lib/lock.mjs';
import { Trouble, progress, runScript, say } from './lib/output.mjs';
import { onInterrupt } from './lib/processes.mjs';
import { packPackage } from './pack.mjs';
import { setUp } from './setup.mjs';

const HELP = `Opens an n8n editor with the PeopleLens node in it.

  npm run demo                         with the sandbox: a made-up tenant on this computer
  npm run demo -- --tenant <address>   with a tenant of your own, such as acme.peoplelensai.com;
                                       its API key is read from the variable PEOPLELENS_API_KEY
  npm run demo -- --fresh              forgets what earlier starts have left, and begins anew
  npm run demo -- --check              checks by itself that the demo works, and ends

The first start installs n8n (about 4 minutes, 3 GB); later ones take half a minute.
Ctrl-C ends everything. What you change in the editor is kept for the next start in
${cacheFolder}
(with --tenant also the API key, encrypted by n8n; --fresh removes it).`;

/** Read-only, so that it may run on a real tenant without asking. */
const SHOWN_WORKFLOW = 'peoplelensGetUsers';

async function main() {
	const options = readOptions();
	if (options.help) return say(HELP);
	const tenant = options.tenant === undefined ? undefined : readTenant(options.tenant);
	await setUp();
	const host = await installHost();
	const tarball = await progress('Building the package', 'about 10 s', () =>
		packPackage(join(cacheFolder, 'package')),
	);
	if (options.check) return await checkDemo({ host, tarball });

	const name = tenant ? folderNameOf(tenant) : 'sandbox';
	const folder = join(cacheFolder, 'demo', name);
	const onWait = () => {
		throw new Trouble('The demo is already running in another window.', {
			fix: 'Use that one, or end it there with Ctrl-C and start again.',
		});
	};
	await withLock(
		`${folder}.lock`,
		async () => {
			if (options.fresh) rmSync(folder, { recursive: true, force: true });
			await present({ folder, host, tarball, tenant });
		},
		{ onWait },
	);
}

async function present(options) {
	const session = await progress('Starting n8n', 'about 15 s', () => openDemo(options));
	let ending;
	onInterrupt(() => {
		say('', 'Ending everything …');
		return (ending = session.stop());
	});
	say('', ...(await showUsers(session)), ...welcome(session, options.tenant));
	await session.ended;
	if (ending) return await ending;
	throw new Trouble('n8n or the sandbox has ended by itself.', { log: session.logs.n8n });
}

async function showUsers(session) {
	const columns = {
		Name: (user) => `${user.first_name ?? ''} ${user.last_name ?? ''}`.trim(),
		Email: (user) => user.email,
		Role: (user) => user.role,
	};
	try {
		const execution = await runWorkflow(session, SHOWN_WORKFLOW);
		const users = itemsOf(execution, execution.data.resultData.lastNodeExecuted);
		const found = `The workflow "PeopleLens: Get users" ran and found ${users.length} users:`;
		return [found, '', ...table(users, columns, 5)];
	} catch (error) {
		// A key that may read audit logs only is no reason to close the editor again.
		if (!(error instanceof Trouble)) throw error;
		return [error.message, error.fix ?? ''];
	}
}

function welcome({ url, account, workflows, peopleLens }, tenant) {
	return [
		'',
		'The n8n editor is open. Go there with your browser:',
		'',
		`  Address    ${url}`,
		`  Email      ${account.email}`,
		`  Password   ${account.password}`,
		'',
		`  PeopleLens ${peopleLens.baseUrl} ${tenant ? '' : '(the sandbox: new events all the time)'}`,
		...workflows.map((workflow) => `  Workflow   ${workflow.name}`),
		'',
		'Press Ctrl-C to end.',
	];
}

function readOptions() {
	try {
		return parseArgs({
			options: {
				tenant: { type: 'string' },
				fresh: { type: 'boolean' },
				check: { type: 'boolean' },
				help: { type: 'boolean' },
			},
		}).values;
	} catch (error) {
		throw new Trouble(error.message, { fix: 'npm run demo -- --help shows what is possible.' });
	}
}

function readTenant(address) {
	const apiKey = process.env.PEOPLELENS_API_KEY?.trim();
	if (apiKey) return { baseUrl: address.trim(), apiKey };
	throw new Trouble('The API key of your tenant is missing.', {
		fix: 'Put it into the environment variable PEOPLELENS_API_KEY and start again.',
	});
}

/** One folder for each tenant, however its address is written. */
function folderNameOf({ baseUrl }) {
	const [host] = baseUrl.replace(/^\w+:\/\//, '').split(/[/?#]/);
	return host.toLowerCase().replace(/[^\w.-]/g, '_');
}

await runScript(import.meta.url, main);
