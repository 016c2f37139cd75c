import { chosen, openHiringTenant, type HiringTenant } from './tenant';

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

const answerWith = (body: unknown, match: object = {}) =>
	tenant.sandbox.inject({ type: 'wrongShape', body } as never, match as never);

/** What changes something, and says nothing of a record that could be looked at. */
const actions = () => ({
	decide: {
		...{ resource: 'interview', operation: 'decide', planId: String(tenant.plan.id) },
		status: 'active',
	},
	add: {
		...{ resource: 'job', operation: 'addCandidate', jobId: chosen(tenant.job.id) },
		candidateId: chosen(tenant.mary.id),
	},
	update: {
		...{ resource: 'candidate', operation: 'update', candidateId: chosen(tenant.mary.id) },
		updateFields: { status: 'hired' },
	},
});

describe.each(['decide', 'add', 'update'] as const)('%s', (action) => {
	it.each([
		{ success: false },
		{ success: false, data: {} },
		{ data: { success: false } },
		{ data: {}, error: 'not allowed' },
		{ status: 'error', message: 'not allowed' },
		{ statusCode: 403, message: 'not allowed' },
		{ success: 'false' },
		{ success: 0 },
		false,
		0,
		[],
		[{ error: 'not allowed' }],
	])('is not called done after 200 with %j', async (body) => {
		answerWith(body);
		await expect(tenant.json(actions()[action])).rejects.toThrow(/did not|may have/);
	});
});

it.each(['decide', 'update'] as const)(
	'%s: a text that is no clear yes is no answer',
	async (action) => {
		answerWith('You are not permitted to do this');
		await expect(tenant.json(actions()[action])).rejects.toThrow('may have');
	},
);

it.each(['Noted.', 'notified', 'None', 'falsework', 'No-show noted'])(
	'decide: a text that only begins like a no is none: %s',
	async (text) => {
		answerWith(text);
		await expect(tenant.json(actions().decide)).rejects.toMatchObject({
			message: expect.not.stringContaining('did not'),
			context: { outcomeUnknown: true },
		});
	},
);

it.each(['No', 'no, not possible', 'False.', 'NO!', 'failed', 'not allowed'])(
	'decide: a text that says no is a refusal: %s',
	async (text) => {
		answerWith(text);
		await expect(tenant.json(actions().decide)).rejects.toThrow('did not take the decision');
	},
);

describe('the status of an interview', () => {
	const ask = () => ({
		...{ resource: 'candidate', operation: 'getInterviewStatus' },
		candidateId: chosen(tenant.mary.id),
	});

	it.each([
		...['no_show', 'pending', 'not_started', 'none', 'accepted', 'rejected', 'failed'],
		...['notified', 'No', 'deleted', 'partially scored'],
	])('may be any word: %s', async (status) => {
		const given = [{ status, candidateId: String(tenant.mary.id) }];
		answerWith(status);
		expect(await tenant.json(ask())).toEqual(given);
		tenant.sandbox.rewriteAnswer = (answer) => ({ ...answer, body: status });
		expect(await tenant.json(ask())).toEqual(given);
	});

	it.each([
		...['', ' ', '<p>Sign in</p>', '{"status": "sche', '[1', { success: false }],
		...[{ error: 'not allowed' }, { status: 'error', message: 'not allowed' }],
	])('is not guessed from %j', async (body) => {
		answerWith(body, { times: 10 });
		await expect(tenant.json(ask())).rejects.toThrow();
	});
});

it('a record that says what it is not is no refusal', async () => {
	const { id } = tenant.mary;
	answerWith({ id, status: 'hired', deleted: false, disabled: false, done: false });
	expect(await tenant.json(actions().update)).toMatchObject([{ id, status: 'hired' }]);
});

it('a decision that is echoed is no refusal', async () => {
	answerWith({ status: 'rejected', plan_id: tenant.plan.id });
	expect(await tenant.json({ ...actions().decide, status: 'rejected' })).toMatchObject([
		{ decided: true },
	]);
});

it('an ID in other capitals is the same', async () => {
	const { id } = tenant.mary;
	answerWith({ documents: [{ id: 'd1', candidate_id: String(id).toUpperCase() }] });
	const documents = { resource: 'document', operation: 'getAll', candidateId: chosen(id) };
	expect(await tenant.json(documents)).toHaveLength(1);
});

it('nobody is called deleted who was never there, whatever came before', async () => {
	tenant.sandbox.inject({ type: 'status', status: 503 }, { times: 2 });
	const deletion = {
		...{ resource: 'candidate', operation: 'delete', candidateId: chosen('can-typo') },
		deleteForGood: true,
	};
	await expect(tenant.json(deletion)).rejects.toMatchObject({ httpCode: '404' });
	expect(tenant.requests('DELETE')).toEqual([]);
});

it('a candidate of more fields than n8n can go through at once is refused', async () => {
	const { id } = tenant.mary;
	const fields = Array.from({ length: 300_000 }, (_, n) => [`field${n}`, n]);
	// Each time: a busy machine may ask once more.
	answerWith({ id, ...Object.fromEntries(fields) }, { times: 10 });
	const get = { resource: 'candidate', operation: 'get', candidateId: chosen(id) };
	await expect(tenant.json(get)).rejects.toThrow('is too large for this node');
});
