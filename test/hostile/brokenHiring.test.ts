import '../support/n8n';

import type { HiringTenant } from '../operations/hiring/tenant';

type Exports = Record<string, unknown>;
type Tenant = typeof import('../operations/hiring/tenant');
type Tool = typeof import('../support/tool');

/** One guard taken out, and the law that it kept. */
interface BrokenBuild {
	/** By module, below `nodes/PeopleLens`: what it exports instead. */
	broken: Record<string, (actual: Exports) => Exports>;
	/** Whether the law holds, where a server does what the guard is there for. */
	holds: (tenant: HiringTenant, imports: Tenant & Tool) => Promise<boolean>;
}

const answerTo = (tenant: HiringTenant, wanted: string, body: unknown) =>
	tenant.sandbox.inject(
		{ type: 'wrongShape', body },
		{ match: ({ method }) => method === wanted, times: Infinity },
	);

type NodeParameters = Parameters<HiringTenant['json']>[0];

const fails = async (tenant: HiringTenant, parameters: NodeParameters) =>
	await tenant.json(parameters).then(
		() => false,
		() => true,
	);

const ofMary = ({ mary }: HiringTenant, { chosen }: Tenant, operation: string) => ({
	...{ resource: 'candidate', operation, candidateId: chosen(mary.id) },
});

const addition = ({ mary, job }: HiringTenant, { chosen }: Tenant) => ({
	...{ resource: 'job', operation: 'addCandidate' },
	...{ jobId: chosen(job.id), candidateId: chosen(mary.id) },
});

const BUILDS: Record<string, BrokenBuild> = {
	'sees no refusal in a good answer': {
		broken: { 'api/confirmation': (actual) => ({ ...actual, isRefusalIn: () => false }) },
		holds: async (tenant, imports) => {
			answerTo(tenant, 'POST', { success: false });
			return await fails(tenant, addition(tenant, imports));
		},
	},
	'calls every change done': {
		broken: { 'api/confirmation': (actual) => ({ ...actual, changeIn: () => 'done' }) },
		holds: async (tenant) => {
			answerTo(tenant, 'POST', { success: false });
			const decision = {
				resource: 'interview',
				operation: 'decide',
				planId: String(tenant.plan.id),
			};
			return await fails(tenant, { ...decision, status: 'active' });
		},
	},
	'takes what a record is not for a refusal': {
		broken: {
			'api/confirmation': (actual) => ({
				...actual,
				changeIn: (body: unknown) =>
					Reflect.apply(actual.confirmationIn as () => string, undefined, [body]) === 'no'
						? 'refused'
						: 'done',
			}),
		},
		holds: async (tenant, imports) => {
			answerTo(tenant, 'PATCH', { id: tenant.mary.id, status: 'hired', deleted: false });
			const update = { ...ofMary(tenant, imports, 'update'), updateFields: { status: 'hired' } };
			return !(await fails(tenant, update));
		},
	},
	'deletes without a look at who is there': {
		broken: {
			'api/candidates': (actual) => ({
				...actual,
				deleteCandidate: async (api: { send: (call: object) => Promise<unknown> }, id: string) =>
					await api.send({
						...{ method: 'DELETE', path: `/api/v1/candidates/${id}`, parse: () => true },
						messages: { permission: '', rejected: () => '' },
					}),
			}),
		},
		holds: async (tenant, imports) => {
			tenant.sandbox.behaviour.deletedAgain = 'again';
			const candidateId = imports.chosen('can-typo');
			const deletion = { resource: 'candidate', operation: 'delete', deleteForGood: true };
			return await fails(tenant, { ...deletion, candidateId });
		},
	},
	'takes any record for the one that was asked for': {
		broken: { 'api/records': (actual) => ({ ...actual, requireSame: () => undefined }) },
		holds: async (tenant, imports) => {
			answerTo(tenant, 'GET', { id: 'can-other' });
			return await fails(tenant, ofMary(tenant, imports, 'get'));
		},
	},
	'sees no other record in an answer': {
		broken: { 'api/responses': (actual) => ({ ...actual, namesAnother: () => false }) },
		holds: async (tenant, imports) => {
			answerTo(tenant, 'POST', { success: true, candidate_id: tenant.mary.id, job_id: 'job-x' });
			return await fails(tenant, addition(tenant, imports));
		},
	},
	'looks at the first role only': {
		broken: {
			'api/managedUsers': (actual) => ({
				...actual,
				rolesOf: ({ role }: { role: string }) => [role],
			}),
		},
		holds: async (tenant, { asTool, TOOL_RUNS, chosen }) => {
			const preferences = { user_preferences: [{ role: 'Administrator' }] };
			answerTo(tenant, 'GET', { id: 'usr-ada', role: 'Recruiter', ...preferences });
			const userId = chosen('usr-ada');
			const update = { resource: 'user', operation: 'update', userId };
			const parameters = { ...update, updateFields: { isEnabled: false } };
			const { credentials } = tenant;
			const run = TOOL_RUNS['by the agent'](asTool(), { credentials, parameters, args: {} });
			await run.catch(() => undefined);
			return tenant.requests('PATCH').length === 0;
		},
	},
	'believes a change without a look at the record': {
		broken: {
			'api/changes': (actual) => ({
				...actual,
				requireChanged: async (_: unknown, __: unknown, changed: unknown) => changed,
			}),
		},
		holds: async (tenant, imports) => {
			answerTo(tenant, 'PATCH', { ...tenant.mary });
			const update = { ...ofMary(tenant, imports, 'update'), updateFields: { status: 'hired' } };
			return await fails(tenant, update);
		},
	},
	'pairs new candidates by their order': {
		broken: {
			'domain/newCandidates': () => ({ pairUp: (_: unknown, created: unknown) => created }),
		},
		holds: async (tenant) => {
			tenant.sandbox.behaviour.bulkOrder = 'reversed';
			const create = { resource: 'candidate', operation: 'create', options: { batchSize: 2 } };
			const names = { firstName: '={{ $json.first }}', lastName: 'Lee' };
			const input = [{ first: 'Ann' }, { first: 'Eve' }];
			const parameters = { ...create, ...names, email: 'twins@mail.example' };
			const items = await tenant.json(parameters, input);
			return items.every(({ first_name }, index) => first_name === input[index].first);
		},
	},
	'believes every 404': {
		broken: {
			'api/errors/nodeErrors': (actual) => ({
				...actual,
				isNotFound: (error: { httpCode?: string }) => error.httpCode === '404',
			}),
		},
		holds: async (tenant, imports) => {
			tenant.sandbox.inject({ type: 'status', status: 404, body: 'text' });
			const options = { ifNotFound: 'continue' };
			return await fails(tenant, { ...ofMary(tenant, imports, 'get'), options });
		},
	},
	'quotes what the server says as it is': {
		broken: {
			'api/errors/serverMessage': (actual) => ({ ...actual, quote: (text: string) => text }),
		},
		holds: async (tenant, imports) => {
			answerTo(tenant, 'GET', { id: `can-${[...tenant.sandbox.apiKey].join(' ')}` });
			const error = await tenant
				.json(ofMary(tenant, imports, 'get'))
				.catch((thrown: Error) => thrown);
			return error instanceof Error && error.message.includes('***');
		},
	},
};

/** Loaded once for all builds, and handed on as they are: they take most of a second. */
const PACKAGES = ['n8n-core', 'n8n-workflow', 'axios'].map(
	(name) => [name, jest.requireActual<Exports>(name)] as const,
);

/** The package, with some of its modules broken. */
async function load(broken: BrokenBuild['broken'] = {}) {
	jest.resetModules();
	for (const [name, exports] of PACKAGES) jest.doMock(name, () => exports);
	// Set up already, and it may not register its hooks within a test.
	jest.doMock('../support/environment', () => ({}));
	for (const [path, change] of Object.entries(broken)) {
		const module = `../../nodes/PeopleLens/${path}`;
		jest.doMock(module, () => change(jest.requireActual<Exports>(module)));
	}
	const imports = {
		...(await import('../operations/hiring/tenant')),
		...(await import('../support/tool')),
	};
	for (const path of Object.keys(broken)) jest.dontMock(`../../nodes/PeopleLens/${path}`);
	return imports;
}

async function lawHolds({ holds }: BrokenBuild, imports: Tenant & Tool): Promise<boolean> {
	const tenant = await imports.openHiringTenant();
	try {
		return await holds(tenant, imports);
	} finally {
		await tenant.stop();
	}
}

it('the package as it is keeps all of these laws', async () => {
	const imports = await load();
	for (const [name, build] of Object.entries(BUILDS)) {
		expect([name, await lawHolds(build, imports)]).toEqual([name, true]);
	}
}, 120_000);

it.each(Object.keys(BUILDS))(
	'a build that %s is found out',
	async (name) => {
		const build = BUILDS[name];
		expect(await lawHolds(build, await load(build.broken))).toBe(false);
	},
	120_000,
);
