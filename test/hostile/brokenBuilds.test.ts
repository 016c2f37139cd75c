import '../support/environment';

import fc from 'fast-check';

import { nodeProcess } from '../support/node';
import { anyTask } from './cases';
import { INVARIANTS } from './invariants';
import { SEED } from './settings';

/** So many cases at most, until the law is seen to be broken. */
const CASES = 3_000;

type Exports = Record<string, unknown>;

/** One guard taken out, and the law that it kept. */
interface BrokenBuild {
	law: string;
	/** The case that finds it, as the cases are now: the search begins there, and goes round. */
	foundBy: number;
	/** Only where the node goes on after a failure is this guard the only one. */
	goesOn?: boolean;
	/** By module, below `nodes/PeopleLens`: what it exports instead. */
	broken: Record<string, (actual: Exports) => Exports>;
}

const BUILDS: Record<string, BrokenBuild> = {
	'follows redirects': {
		law: 'no request leaves the origin of the credential',
		foundBy: 302,
		broken: {
			'../../credentials/PeopleLensApi.credentials': () => ({
				PeopleLensApi: class {
					properties = [];

					authenticate = async (_: unknown, request: object) => ({
						...request,
						disableFollowRedirect: false,
					});
				},
			}),
		},
	},
	'takes the first user for the one with that email': {
		law: 'nobody is deactivated who was not asked for, or found by an exact and unique match',
		foundBy: 299,
		broken: {
			'domain/personMatch': () => ({
				matchPerson: ([user]: unknown[]) => (user ? { kind: 'found', user } : { kind: 'none' }),
			}),
		},
	},
	'compares emails without looking at invisible characters': {
		law: 'nobody on the list loses their access',
		foundBy: 1549,
		broken: {
			'domain/identity': (actual) => ({
				...actual,
				normalizeEmail: (email: unknown) => String(email).trim(),
				emailKey: (email: string) => email.trim().toLowerCase(),
			}),
			'sync/lookalikes': () => ({ reviewLookalikes: (steps: unknown) => steps }),
		},
	},
	'protects no role': {
		law: 'nobody who is protected loses their access',
		foundBy: 20,
		broken: { 'domain/roles': (actual) => ({ ...actual, roleProtection: () => undefined }) },
	},
	'knows no maximum': {
		law: 'no more people than the maximum are deactivated or invited',
		foundBy: 87,
		broken: { 'sync/limits': (actual) => ({ ...actual, exceededLimit: () => undefined }) },
	},
	'forgets invitations whose answer got lost': {
		law: 'nobody is invited twice, and nobody who was not asked for',
		foundBy: 694,
		// Where it stops, no item about the same person is begun behind the one that failed.
		goesOn: true,
		broken: {
			'api/errors/nodeErrors': (actual) => ({
				...actual,
				mayHaveBeenDone: () => false,
				isOutcomeUnknown: () => false,
			}),
		},
	},
	'takes every answer to a deactivation for a yes': {
		law: 'nobody is called deactivated who may still have access',
		foundBy: 2598,
		broken: { 'api/responses': (actual) => ({ ...actual, parseDeactivation: () => 'yes' }) },
	},
	'shows what the server says as it is': {
		law: 'no piece of the API key is in a message, an item, a hint or a log',
		foundBy: 24,
		broken: {
			'api/http/redact': (actual) => ({
				...actual,
				createRedactor: () => ({ redact: (text: string) => text, holdsKey: () => false }),
			}),
		},
	},
	'waits ten times as long': {
		law: 'no request is waited for past its deadline',
		foundBy: 460,
		broken: {
			'api/http/timing': (actual) => ({
				...actual,
				withTimeout: async (ms: number, ...rest: unknown[]) =>
					await (actual.withTimeout as (...all: unknown[]) => Promise<unknown>)(10 * ms, ...rest),
			}),
		},
	},
	'has no words of its own': {
		law: 'what goes wrong is said in words for people',
		foundBy: 2,
		broken: {
			'api/errors/errorDetails': () => ({
				toErrorDetails: () => ({
					message: "Cannot read properties of undefined (reading 'id')",
				}),
			}),
		},
	},
};

it('there is a broken build for each law', () => {
	const broken = Object.values(BUILDS).map(({ law }) => law);
	expect(broken.sort()).toEqual(INVARIANTS.map(({ name }) => name).sort());
});

const cases = fc.sample(anyTask, { numRuns: CASES, seed: SEED });

it.each(Object.entries(BUILDS))(
	'a build that %s is found out',
	async (build, { law, foundBy, goesOn, broken }) => {
		jest.resetModules();
		for (const [path, change] of Object.entries(broken)) {
			const module = path.startsWith('..') ? path : `../../nodes/PeopleLens/${path}`;
			jest.doMock(module, () => change(jest.requireActual<Exports>(module)));
		}
		const { play } = await import('./play');
		const { impatient } = await import('./settings');
		impatient();

		let found = false;
		for (let n = 0; n < CASES && !found; n++) {
			const index = (foundBy + n) % CASES;
			const { server, task } = cases[index];
			const onError = goesOn ? 'continueRegularOutput' : task.onError;
			const { breaches } = await play({ server, task: { ...task, onError } });
			found = breaches.some(({ invariant }) => invariant === law);
			if (found && n > 0) nodeProcess.stdout.write(`"${build}" is found by case ${index}\n`);
		}
		for (const path of Object.keys(broken)) {
			jest.dontMock(path.startsWith('..') ? path : `../../nodes/PeopleLens/${path}`);
		}
		expect(found).toBe(true);
	},
	300_000,
);
