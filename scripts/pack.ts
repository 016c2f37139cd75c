/** Builds the package and packs it as npm would publish it: npm run pack-package [folder] */
import { runCommand } from '../test/e2e/harness/command';
import { resultsFolder } from '../test/e2e/harness/folders';
import { log } from '../test/e2e/harness/log';
import { join, nodeProcess, resolve } from '../test/e2e/harness/node';
import { packPackage } from '../test/e2e/harness/package';

void runCommand(async () => {
	const [, , folder = join(resultsFolder, 'package')] = nodeProcess.argv;
	log(await packPackage(resolve(folder)));
});
