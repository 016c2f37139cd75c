import { nodeProcess } from '../support/node';
import { hostile, ordinary } from './simulation/comparison';

/**
 * Prints what the same schedules come to with several triggers: what people would build themselves,
 * the rule of version 1.0.0 ("before"), and this package. `npm run test:compare`.
 */
async function print(): Promise<void> {
	for (const compare of [ordinary, hostile]) {
		nodeProcess.stdout.write(`${(await compare()).table}\n\n`);
	}
}

void print();
