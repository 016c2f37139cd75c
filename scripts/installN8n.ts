/** Installs the n8n that demo and tests run, so that they need not: a step of its own in CI. */
import { runCommand } from '../test/e2e/harness/command';
import { log } from '../test/e2e/harness/log';
import { installN8n, N8N_VERSION } from '../test/e2e/harness/n8n/install';

void runCommand(async () => {
	const { folder } = await installN8n();
	log(`n8n ${N8N_VERSION} is ready in ${folder}.`);
});
