import { play } from './play';

import fc from 'fast-check';

import { nodeProcess } from '../support/node';
import { anyTask } from './cases';
import { impatient, RUNS, SEED } from './settings';

beforeAll(impatient);

it('whatever the server answers, the node does no harm and says what happened', async () => {
	const done = { deactivations: 0, invitations: 0, failures: 0, items: 0 };
	await fc.assert(
		fc.asyncProperty(anyTask, async (hostile) => {
			const { evidence, breaches } = await play(hostile);
			done.deactivations += evidence.exchanges.filter(({ method }) => method === 'DELETE').length;
			done.invitations += evidence.exchanges.filter(({ method }) => method === 'POST').length;
			done.failures += evidence.failure ? 1 : 0;
			done.items += evidence.items.length;
			expect(breaches).toEqual([]);
		}),
		{ numRuns: RUNS, seed: SEED },
	);
	nodeProcess.stdout.write(`hostile cases: ${RUNS}, seed ${SEED}: ${JSON.stringify(done)}\n`);
	// Laws that nothing tries to break hold by themselves.
	expect(done.deactivations).toBeGreaterThan(RUNS / 20);
	expect(done.invitations).toBeGreaterThan(RUNS / 20);
}, 3_000_000);
