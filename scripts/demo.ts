/** `npm run demo`: PeopleLens in a real n8n editor, from a clean clone in one command. */
import { runCommand } from '../test/e2e/harness/command';
import { cacheFolder } from '../test/e2e/harness/folders';
import { log, showProgress } from '../test/e2e/harness/log';
import { withLock } from '../test/e2e/harness/lock';
import { join, nodeProcess, parseArgs, rmSync } from '../test/e2e/harness/node';
import { installN8n } from '../test/e2e/harness/n8n/install';
import { installPackage, packPackage } from '../test/e2e/harness/package';
import { onInterrupt } from '../test/e2e/harness/processes';
import { runSuite } from '../test/e2e/harness/runSuite';
import { TARBALL_VARIABLE } from '../test/e2e/harness/settings';
import { messageOf, rethrow, UserFacingError } from '../test/e2e/harness/userFacingError';
import { showHiringEvent, showUsers, welcome } from './demo/presentation';
import { openDemo, type SessionOptions } from './demo/session';
import { folderNameOf, readTenant } from './demo/tenant';

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

async function main(): Promise<void> {
	const options = readOptions();
	if (options.help) return log(HELP);
	const key = nodeProcess.env.PEOPLELENS_API_KEY;
	const tenant = options.tenant === undefined ? undefined : readTenant(options.tenant, key);
	const host = await installN8n();
	const tarball = await showProgress('Building the package', 'about 10 s', () =>
		packPackage(join(cacheFolder, 'package')),
	);
	if (options.check) {
		const env = { [TARBALL_VARIABLE]: tarball };
		nodeProcess.exitCode = await runSuite('demo', { env });
		return;
	}
	const folder = join(cacheFolder, 'demo', tenant ? folderNameOf(tenant) : 'sandbox');
	const install = (userFolder: string, file: string) => installPackage(userFolder, tarball, file);
	const present = async () => {
		if (options.fresh) rmSync(folder, { recursive: true, force: true });
		await presentDemo({ folder, host, install, tenant });
	};
	await withLock(folder, present, () => {
		throw new UserFacingError('The demo is already running in another window.', {
			fix: 'Use that one, or end it there with Ctrl-C and start again.',
		});
	});
}

async function presentDemo(options: SessionOptions): Promise<void> {
	const session = await showProgress('Starting n8n', 'about 15 s', () => openDemo(options));
	let ending: Promise<void> | undefined;
	onInterrupt(() => {
		log('', 'Ending everything …');
		return (ending = session.stop());
	});
	const about = options.tenant ? '' : '(the sandbox: new events all the time)';
	log('', ...(await showUsers(session)), ...(await showHiringEvent(session)));
	log(...welcome(session, about));
	await session.ended;
	if (ending) return await ending;
	throw new UserFacingError('n8n or the sandbox has ended by itself.', { log: session.logs.n8n });
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
		const fix = 'npm run demo -- --help shows what is possible.';
		return rethrow(new UserFacingError(messageOf(error), { fix }));
	}
}

void runCommand(main);
