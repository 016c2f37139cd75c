import type { Reply } from '../../../sandbox/client';
import { openHiring, readPages, stop, type OpenHiring } from './open';

let tenant: OpenHiring;
const open = async (...args: Parameters<typeof openHiring>) => {
	tenant = await openHiring(...args);
};
afterEach(async () => await stop(tenant.sandbox));

const BULK = 'POST /api/v1/candidates/bulk';
const grace = { first_name: 'Grace', last_name: 'Hopper', email: 'grace@mail.example' };

it('the sandbox answers one candidate in the shape of the reference', async () => {
	await open();
	expect((await tenant.send('GET /api/v1/candidates/can-ada')).json).toEqual({
		id: 'can-ada',
		first_name: 'Ada',
		last_name: 'Lovelace',
		email: 'ada@mail.example',
		status: 'active',
		job_id: 'job-1',
		job_searches: { id: 'job-1', title: 'Analyst', status: 'open' },
		external_id: null,
		metadata: {},
	});
	expect((await tenant.send('GET /api/v1/candidates/can-x')).status).toBe(404);
});

it.each([
	[{ listAnswer: 'documented' as const }, { data: [{ id: 'can-ada' }] }],
	[{ listAnswer: 'own' as const }, { candidates: [{ id: 'can-ada' }] }],
	[{ listAnswer: 'array' as const }, [{ id: 'can-ada' }]],
])('the sandbox lists candidates by %j', async (behaviour, shape) => {
	await open(behaviour);
	const { json } = await tenant.send('GET /api/v1/candidates');
	expect(json).toMatchObject(shape);
});

it.each([
	['status=active', 1],
	['status=hired', 0],
	['job_id=job-1', 1],
	['job_id=job-2', 0],
])('the sandbox filters candidates by %s', async (query, count) => {
	await open();
	const { json } = await tenant.send(`GET /api/v1/candidates?${query}`);
	expect((json as { data: unknown[] }).data).toHaveLength(count);
});

it('the sandbox pages a list, in pages no longer than the cap', async () => {
	await open({ hiringPageCap: 7, sortOrder: 'arbitrary-stable' });
	for (let index = 0; index < 30; index++) tenant.hiring.addCandidate();
	const rows = await readPages(tenant, '/api/v1/candidates', 50);
	expect(rows).toHaveLength(31);
	expect(new Set(rows.map(({ id }) => id)).size).toBe(31);
});

it.each([
	['offsetIgnored', 200, 2],
	['ignored', 200, 5],
	['rejected', 400, undefined],
] as const)('treats page parameters as told: %s', async (pageParameters, status, length) => {
	await open({ pageParameters, defaultLimit: 5 });
	for (let index = 0; index < 9; index++) tenant.hiring.addCandidate();
	const first = await tenant.send('GET /api/v1/candidates?limit=2&offset=0');
	const second = await tenant.send('GET /api/v1/candidates?limit=2&offset=2');
	expect(second.status).toBe(status);
	const rowsOf = ({ json }: Reply) => (json as { data?: unknown[] }).data;
	expect(rowsOf(second)).toEqual(rowsOf(first));
	expect(rowsOf(second)?.length).toBe(length);
	expect((await tenant.send('GET /api/v1/candidates')).status).toBe(200);
});

it('the sandbox rounds an offset down to whole pages, where it is told so', async () => {
	await open({ pageParameters: 'wholePages' });
	for (let index = 0; index < 9; index++) tenant.hiring.addCandidate();
	const idsAt = async (offset: number) => {
		const { json } = await tenant.send(`GET /api/v1/candidates?limit=4&offset=${offset}`);
		return (json as { data: Array<{ id: unknown }> }).data.map(({ id }) => id);
	};
	expect(await idsAt(7)).toEqual(await idsAt(4));
	expect(await idsAt(7)).not.toEqual(await idsAt(8));
	expect(await idsAt(12)).toEqual([]);
});

it('the sandbox refuses a limit above its largest', async () => {
	await open({ hiringMaxLimit: 50 });
	const statusOf = async (limit: number) =>
		(await tenant.send(`GET /api/v1/candidates?limit=${limit}`)).status;
	expect([await statusOf(50), await statusOf(51)]).toEqual([200, 400]);
});

it('the sandbox creates all candidates of a request, and answers with them', async () => {
	await open();
	const { status, json } = await tenant.send(BULK, {
		candidates: [grace, { ...grace, email: 'mary@mail.example', job_id: 'job-1' }],
	});
	expect(status).toBe(201);
	expect(json).toMatchObject({ created: 2, data: [grace, { email: 'mary@mail.example' }] });
	expect(tenant.hiring.candidates.all().map(({ job_id }) => job_id)).toEqual([
		'job-1',
		null,
		'job-1',
	]);
});

it.each([
	['no list', {}],
	['an empty list', { candidates: [] }],
	['a candidate without a name', { candidates: [grace, { email: 'x@mail.example' }] }],
	['an address that is none', { candidates: [grace, { ...grace, email: 'nobody' }] }],
	['a field that the reference does not name', { candidates: [{ ...grace, stage: 'x' }] }],
	['a job that is not there', { candidates: [{ ...grace, job_id: 'job-9' }] }],
])('the sandbox creates nobody for %s', async (_, body) => {
	await open();
	expect((await tenant.send(BULK, body)).status).toBe(422);
	expect(tenant.hiring.candidates.size).toBe(1);
});

it.each([
	[{ candidateQuota: 2 }, 403],
	[{ candidateQuota: 2, quotaStatus: 402 as const }, 402],
	[{ bulkMost: 1 }, 422],
])('the sandbox creates nobody beyond what the plan allows: %j', async (behaviour, status) => {
	await open(behaviour);
	const two = { candidates: [grace, { ...grace, email: 'mary@mail.example' }] };
	expect((await tenant.send(BULK, two)).status).toBe(status);
	expect(tenant.hiring.candidates.size).toBe(1);
});

it.each([
	[{}, 201, 2],
	[{ bulkDuplicates: 'reject' as const }, 409, 1],
	[{ bulkDuplicates: 'skip' as const }, 201, 1],
])('the sandbox treats an email that is there already by %j', async (behaviour, status, count) => {
	await open(behaviour);
	const again = { candidates: [{ ...grace, email: 'ADA@mail.example' }] };
	expect((await tenant.send(BULK, again)).status).toBe(status);
	expect(tenant.hiring.candidates.size).toBe(count);
});

it.each([
	[{ bulkAnswer: 'countOnly' as const }, 201, { created: 1 }],
	[{ bulkAnswer: 'accepted' as const }, 202, { message: 'Import started' }],
])('the sandbox answers a creation by %j', async (behaviour, status, body) => {
	await open(behaviour);
	expect(await tenant.send(BULK, { candidates: [grace] })).toMatchObject({ status, json: body });
});

it.each([
	[{}, 200, { id: 'can-ada', status: 'hired' }],
	[{ updateAnswer: 'success' as const }, 200, { success: true }],
	[{ updateAnswer: 204 as const }, 204, undefined],
])(
	'changes the named fields of a candidate, and answers by %j',
	async (behaviour, status, json) => {
		await open(behaviour);
		const body = { status: 'hired', metadata: { badge: 7 } };
		const reply = await tenant.send('PATCH /api/v1/candidates/can-ada', body);
		expect(reply.status).toBe(status);
		if (json) expect(reply.json).toMatchObject(json);
		expect(tenant.ada).toMatchObject({ ...body, first_name: 'Ada' });
	},
);

it.each([{ phone: '1' }, { job_id: 'job-1' }, { stage: 'Offer' }, { status: 5 }])(
	'the sandbox refuses to change %j',
	async (body) => {
		await open();
		expect((await tenant.send('PATCH /api/v1/candidates/can-ada', body)).status).toBe(422);
	},
);

it('the sandbox deletes a candidate with all that belongs to her', async () => {
	await open();
	tenant.hiring.addDocument('can-ada', { bytes: Buffer.from('x') });
	expect((await tenant.send('DELETE /api/v1/candidates/can-ada')).status).toBe(204);
	const { candidates, plans, documents } = tenant.hiring;
	expect([candidates.size, plans.size, documents.size]).toEqual([0, 0, 0]);
	expect((await tenant.send('DELETE /api/v1/candidates/can-ada')).status).toBe(404);
	tenant.sandbox.behaviour.deletedAgain = 'again';
	expect((await tenant.send('DELETE /api/v1/candidates/can-ada')).status).toBe(204);
	expect(tenant.sandbox.tenant.auditLogs).toMatchObject([{ action: 'CANDIDATE_DELETED' }]);
});

it.each([
	['object', { status: 'active' }],
	['data', { data: { status: 'active' } }],
	['text', 'active'],
	['array', [{ status: 'active' }]],
] as const)('answers the status of the latest interview as %s', async (statusAnswer, json) => {
	await open({ statusAnswer });
	expect((await tenant.send('GET /api/v1/candidates/can-ada/status')).json).toEqual(json);
});
