import { startTestEnvironment } from '../harness/environment';
import { log } from '../harness/log';
import { rmSync } from '../harness/node';
import { ensureBrowser, TIME_ZONE } from './browser';
import { handOver, POWERLESS_KEY, SESSION_FILE } from './handover';
import { screenshotFolder } from './screenshot';

/** Starts an n8n that nobody has signed up to. @returns ends it */
export default async function setUp(): Promise<() => Promise<void>> {
	await ensureBrowser();
	for (const path of [screenshotFolder, SESSION_FILE])
		rmSync(path, { recursive: true, force: true });
	const { n8n, sandbox, stop } = await startTestEnvironment('browser', {
		env: { GENERIC_TIMEZONE: TIME_ZONE },
		sandboxArgs: ['--powerless-key', POWERLESS_KEY],
	});
	handOver({ n8nUrl: n8n.url, sandbox: { url: sandbox.url, apiKey: sandbox.apiKey } });
	return async () => {
		log(`A screenshot of every step: ${screenshotFolder}`);
		await stop();
	};
}
