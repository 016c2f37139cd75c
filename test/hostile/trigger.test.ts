import { openHostileTenant, pollAgainst } from './stage';

import fc from 'fast-check';

import { nodeProcess } from '../support/node';
import { deceptionsOf, fault, NOBODY } from './cases';
import { INVARIANTS } from './invariants';
import { impatient, RUNS, SEED } from './settings';

/** What a server may do without saying that an event is another one. */
const LIES = [
	'a wrong total',
	'a wrong date',
	'odd rows',
	'rows twice',
	'a shorter list',
	'a failure',
	'not found',
	'refused',
	'not allowed',
	'another success',
	'an odd status',
	'too many requests',
	'a page',
	'a text',
	'other JSON',
	'deep JSON',
	'cut in the middle',
	'the key in words',
	'the key in a page',
	'a redirect',
];

const hostileWatch = fc.record({
	deceptions: deceptionsOf(LIES),
	fault,
	/** How many events there are at each check. */
	events: fc.array(fc.nat(4), { minLength: 3, maxLength: 6 }),
	/** From which check on the server lies, and for how long. */
	from: fc.nat(3),
	checks: fc.integer({ min: 1, max: 3 }),
	filters: fc.constantFrom({}, { entityType: 'candidate' }),
	includeActor: fc.boolean(),
});

const LAWS = INVARIANTS.filter(({ name }) => /origin|key|deadline|words/.test(name));

/** Each is worth several cases: it has up to nine checks. */
const WATCHES = Math.ceil(RUNS / 10);

beforeAll(impatient);

it('whatever the server answers meanwhile, the trigger delivers each event once', async () => {
	let delivered = 0;
	await fc.assert(
		fc.asyncProperty(hostileWatch, async (watch) => {
			const tenant = await openHostileTenant({ people: [], deceptions: [], fault: undefined });
			try {
				const expected: string[] = [];
				const steps = [...watch.events, 0, 0, 0].map((count, check) => () => {
					const lies = check > 0 && check >= watch.from && check < watch.from + watch.checks;
					tenant.lie(lies && check < watch.events.length ? watch.deceptions : []);
					if (lies && check === watch.from && watch.fault) {
						tenant.sandbox.inject(watch.fault.fault, { times: watch.fault.times });
					} else if (!lies) {
						tenant.sandbox.faults.clear();
					}
					for (let number = 0; check > 0 && number < count; number++) {
						const id = `evt-${check}-${number}`;
						tenant.sandbox.tenant.addEvent({ id, entity_type: 'candidate', user_id: 'usr-1' });
						expected.push(id);
					}
				});
				const parameters = {
					filters: watch.filters,
					options: { includeActor: watch.includeActor },
				};
				const checks = await pollAgainst(tenant, parameters, steps);
				const ids = checks.flatMap(({ items }) => items.map(({ id }) => id));
				const own = ids.filter((id) => typeof id === 'string' && id.startsWith('evt-'));
				delivered += own.length;
				expect(own.sort()).toEqual(expected.sort());
				expect(
					checks.flatMap((evidence) => LAWS.flatMap(({ breaches }) => breaches(evidence, NOBODY))),
				).toEqual([]);
			} finally {
				await tenant.stop();
			}
		}),
		{ numRuns: WATCHES, seed: SEED },
	);
	nodeProcess.stdout.write(`hostile watches: ${WATCHES}, events: ${delivered}\n`);
	expect(delivered).toBeGreaterThan(WATCHES);
}, 3_000_000);
