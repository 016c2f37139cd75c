/**
 * Installs the n8n that demo and tests run, so that they need not: a step of its own in CI.
 * `--oldest` also the oldest one that the package supports.
 */
import { runCommand } from '../test/e2e/harness/command';
import { log } from '../test/e2e/harness/log';
import { parseArgs } from '../test/e2e/harness/node';
import { installN8n, N8N_VERSION, OLDEST_N8N_VERSION } from '../test/e2e/harness/n8n/install';

void runCommand(async () => {
	const { values } = parseArgs({ options: { oldest: { type: 'boolean' } } });
	for (const version of values.oldest ? [N8N_VERSION, OLDEST_N8N_VERSION] : [N8N_VERSION]) {
		const { folder } = await installN8n(version);
		log(`n8n ${version} is ready in ${folder}.`);
	}
});
