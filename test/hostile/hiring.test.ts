import { openHostileTenant, runAgainst, type HostileTenant } from './stage';

import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { nodeProcess } from '../support/node';
import { deceptionsOf, fault, NOBODY } from './cases';
import type { Evidence } from './evidence';
import { INVARIANTS } from './invariants';
import { LIE_NAMES } from './lies';
import { impatient, RUNS, SEED } from './settings';

const onId = (value: unknown) => ({ __rl: true, mode: 'id', value }) as INodeParameters;

const ID = '={{ $json.id }}';

/** What the node may be told to do to candidates, jobs, interviews and users. */
const TASKS: Array<INodeParameters & { resource: string; operation: string }> = [
	{ resource: 'candidate', operation: 'get', candidateId: onId(ID) },
	{ resource: 'candidate', operation: 'getAll', returnAll: true },
	{ resource: 'candidate', operation: 'getInterviewStatus', candidateId: onId(ID) },
	{
		...{ resource: 'candidate', operation: 'create' },
		...{ firstName: 'Ida', lastName: 'Rhodes', email: '={{ $json.email }}' },
	},
	{
		...{ resource: 'candidate', operation: 'update', candidateId: onId(ID) },
		updateFields: { status: 'hired' },
	},
	{ resource: 'candidate', operation: 'delete', candidateId: onId(ID), deleteForGood: true },
	{
		resource: 'candidate',
		operation: 'delete',
		candidateId: onId(ID),
		deleteForGood: '={{ true }}',
	},
	{ resource: 'document', operation: 'getAll', candidateId: onId(ID) },
	{ resource: 'document', operation: 'download', candidateId: onId(ID) },
	{ resource: 'document', operation: 'getParsed', candidateId: onId(ID) },
	{ resource: 'interview', operation: 'decide', planId: ID, status: 'active' },
	{ resource: 'interview', operation: 'getBookingLinks', candidateId: onId(ID) },
	{ resource: 'interview', operation: 'getScorecard', planId: ID },
	{ resource: 'job', operation: 'addCandidate', jobId: onId('job-0'), candidateId: onId(ID) },
	{ resource: 'job', operation: 'getAll', returnAll: true },
	{ resource: 'job', operation: 'update', jobId: onId('job-0'), updateFields: { title: 'Lead' } },
	{ resource: 'template', operation: 'getAll' },
	{ resource: 'user', operation: 'update', userId: onId(ID), updateFields: { isEnabled: false } },
];

const IDS: unknown[] = [
	'can-0',
	'can-1',
	'usr-0',
	'plan-0',
	'can-9',
	'.',
	'..',
	'',
	' can-0',
	null,
];

const hostileHiring = fc.record({
	task: fc.constantFrom(...TASKS),
	input: fc.array(
		fc.record({ id: fc.constantFrom(...IDS), email: fc.constantFrom('ida@x.example', 'nobody') }),
		{ minLength: 1, maxLength: 3 },
	),
	deceptions: deceptionsOf(LIE_NAMES),
	fault,
	onError: fc.constantFrom<'continueRegularOutput' | 'stopWorkflow'>(
		'continueRegularOutput',
		'stopWorkflow',
	),
});

function fill({ sandbox }: HostileTenant): void {
	const { hiring } = sandbox.tenant;
	for (const id of ['job-0', 'job-1']) hiring.addJob({ id });
	for (const index of [0, 1]) {
		const id = `can-${index}`;
		hiring.addCandidate({ id, email: `${id}@mail.example`, job_id: 'job-0' });
		hiring.addPlan({ id: `plan-${index}`, candidate_id: id });
		hiring.addDocument(id, { bytes: Buffer.from('A résumé') });
	}
}

/** Laws about changes: what was not asked for is not done, and nothing is done twice. */
function breachesOf(
	task: INodeParameters,
	input: IDataObject[],
	{ exchanges, items }: Evidence,
): string[] {
	const found: string[] = [];
	const changes = exchanges.filter(({ method }) => method !== 'GET');
	const asked = input.map(({ id }) => encodeURIComponent(String(id)));
	const deletions = changes.filter(({ method }) => method === 'DELETE');
	if (deletions.length > 0 && task.deleteForGood !== true) found.push('deleted without the switch');
	for (const { path } of deletions) {
		if (!asked.some((id) => path === `/api/v1/candidates/${id}`)) found.push(`deleted ${path}`);
	}
	const isRead = /^get/.test(String(task.operation)) || task.operation === 'download';
	if (isRead && changes.length > 0) found.push('changed something while reading');
	// Only what surely was not done is sent again: after 429, which these servers answer at will.
	const sent = changes.filter(
		({ method, answer }) => method !== 'DELETE' && answer?.status !== 429,
	);
	if (sent.length > input.length) found.push(`${sent.length} changes for ${input.length} items`);
	for (const { id } of items.filter(({ deleted }) => deleted === true)) {
		const gone = exchanges.some(
			({ path, answer }) =>
				path === `/api/v1/candidates/${encodeURIComponent(String(id))}` &&
				(answer === undefined || answer.status < 300 || answer.status === 404),
		);
		if (!gone) found.push(`called deleted: ${String(id)}`);
	}
	return found;
}

beforeAll(() => impatient());

it('whatever the server answers about candidates and jobs, the node does no harm', async () => {
	const done = { changes: 0, failures: 0, items: 0 };
	await fc.assert(
		fc.asyncProperty(hostileHiring, async ({ task, input, deceptions, fault: broken, onError }) => {
			const people = [{ id: 'usr-0', email: 'ada@acme.example', role: 'Recruiter' }];
			const tenant = await openHostileTenant({ people, deceptions, fault: broken ?? undefined });
			try {
				fill(tenant);
				const evidence = await runAgainst(tenant, task, input as IDataObject[], onError);
				const general = INVARIANTS.filter(({ name }) => !/deactivated|invited|loses/.test(name));
				const breaches = [
					...general.flatMap(({ breaches }) => breaches(evidence, NOBODY)),
					...breachesOf(task, input as IDataObject[], evidence),
				];
				done.changes += evidence.exchanges.filter(({ method }) => method !== 'GET').length;
				done.failures += evidence.failure ? 1 : 0;
				done.items += evidence.items.length;
				expect(breaches).toEqual([]);
			} finally {
				await tenant.stop();
			}
		}),
		{ numRuns: RUNS, seed: SEED },
	);
	nodeProcess.stdout.write(`hostile hiring: ${RUNS}, seed ${SEED}: ${JSON.stringify(done)}\n`);
	// Laws that nothing tries to break hold by themselves.
	expect(done.changes).toBeGreaterThan(RUNS / 20);
}, 3_000_000);
