import { TOOL_RUNS } from '../../support/tool';
import { fromList } from '../tenant';
import { schedule } from './parameters';
import { asTool, chosen, openHiringTenant, type HiringTenant } from './tenant';

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

const isThere = () => tenant.hiring.candidates.get(String(tenant.mary.id)) !== undefined;
const deletion = (more = {}) => ({
	...{ resource: 'candidate', operation: 'delete', candidateId: chosen(tenant.mary.id) },
	...more,
});

describe('deleting a candidate', () => {
	it.each([
		['the switch is off', {}],
		['an expression says so', { deleteForGood: '={{ true }}' }],
		['the data say so', { deleteForGood: '={{ $json.yes }}' }],
		['it is switched on by a word', { deleteForGood: 'true' }],
	])('does nothing where %s', async (_, more) => {
		await expect(tenant.json(deletion(more), [{ yes: true }])).rejects.toMatchObject({
			message: "The candidate was not deleted: 'Delete for Good' is off",
			description: expect.stringContaining('nobody could bring them back'),
		});
		expect(isThere()).toBe(true);
		expect(tenant.sandbox.requests).toEqual([]);
	});

	it('says who was not found, or goes on if told to', async () => {
		const more = { deleteForGood: true, candidateId: chosen('can-x') };
		await expect(tenant.json(deletion(more))).rejects.toMatchObject({ httpCode: '404' });
		const options = { ifNotFound: 'continue' };
		expect(await tenant.json(deletion({ ...more, options }))).toEqual([
			{ found: false, id: 'can-x' },
		]);
	});

	describe('who was chosen from the list', () => {
		const shownAs = (shown: string, value = String(tenant.mary.id)) =>
			deletion({
				deleteForGood: true,
				candidateId: fromList(value, shown),
			});

		it('is refused where the ID is that of somebody else, as in another tenant', async () => {
			const shown = 'Ada Lovelace, new (ada@mail.example)';
			await expect(tenant.json(shownAs(shown))).rejects.toMatchObject({
				message: `'Candidate' was chosen as '${shown}', but in PeopleLens this ID is that of '${String(tenant.mary.email)}'`,
				description: expect.stringContaining('another tenant'),
			});
			expect([isThere(), tenant.requests('DELETE')]).toEqual([true, []]);
		});

		it.each([
			['the list showed the same email', () => shownAs(`Mary, new (${tenant.mary.email})`)],
			['in another case', () => shownAs(`M (${String(tenant.mary.email).toUpperCase()})`)],
			['the list showed no email', () => shownAs('Mary Somerville (new)')],
			[
				'an expression has taken the place of the choice',
				() => shownAs('Ada Lovelace, new (ada@mail.example)', `={{ '${tenant.mary.id}' }}`),
			],
		])('is deleted where %s', async (_, parameters) => {
			expect(await tenant.json(parameters())).toEqual([{ id: tenant.mary.id, deleted: true }]);
			expect(isThere()).toBe(false);
		});
	});

	it.each(Object.keys(TOOL_RUNS))('is nothing for an AI model: %s', async (how) => {
		const parameters = deletion({ deleteForGood: true });
		const { credentials } = tenant;
		const run = TOOL_RUNS[how](asTool(), { credentials, parameters, args: {} });
		await run.catch(() => undefined);
		expect(isThere()).toBe(true);
		expect(tenant.requests('DELETE')).toEqual([]);
	});
});

describe('changing a job', () => {
	const update = (updateFields: object) => ({
		...{ resource: 'job', operation: 'update', jobId: chosen(tenant.job.id) },
		updateFields: updateFields as Record<string, string>,
	});

	it('keeps what is not to be changed, even where PeopleLens empties what it is not sent', async () => {
		tenant.sandbox.behaviour.putMissing = 'clear';
		const before = { ...tenant.job };
		await tenant.json(update({ status: 'closed' }));
		expect(tenant.job).toEqual({ ...before, status: 'closed' });
	});

	it('two items that change one job do so one after the other', async () => {
		tenant.sandbox.behaviour.latencyMs = 20;
		await tenant.json(update({ title: '={{ $json.title }}' }), [{ title: 'A' }, { title: 'B' }]);
		const methods = tenant.sandbox.requests.map(({ method }) => method);
		expect(methods).toEqual(['GET', 'PUT', 'GET', 'PUT']);
	});

	it.each([{}, { title: '={{ $json.nothing }}' }, { status: ' ' }])(
		'sends nothing for %j',
		async (fields) => {
			await expect(tenant.json(update(fields))).rejects.toThrow('is empty');
			expect(tenant.sandbox.requests).toEqual([]);
		},
	);
});

it('an answer about another record is refused, and nothing goes on with it', async () => {
	const body = { id: 'can-other', status: 'hired', title: 'x' };
	for (const [resource, locator] of [
		['candidate', 'candidateId'],
		['job', 'jobId'],
		['template', 'templateId'],
	]) {
		tenant.sandbox.inject({ type: 'wrongShape', body });
		const get = { resource, operation: 'get', [locator]: chosen('can-1') };
		await expect(tenant.json(get)).rejects.toThrow('answered with the');
	}
});

it('a time without a zone is read in the time zone of the workflow', async () => {
	const until = (endTime: string) =>
		schedule(tenant, { startTime: '2099-07-01T09:00:00', additionalFields: { endTime } });
	await tenant.run(until('2099-07-01T10:00:00'), { timezone: 'Europe/Berlin' });
	expect(tenant.plan.appointments).toEqual([
		{
			...{ step_id: 'step-1', interviewer_id: 'usr-ada' },
			...{ start_time: '2099-07-01T07:00:00.000Z', end_time: '2099-07-01T08:00:00.000Z' },
		},
	]);
	await expect(tenant.json(until('2099-07-01T08:00:00'))).rejects.toThrow(
		"'End Time' is not later",
	);
	expect(tenant.plan.appointments).toHaveLength(1);
});

it.each([404, 202] as const)(
	'the node says that a scorecard is not there yet (%s)',
	async (answer) => {
		tenant.sandbox.behaviour.scorecardAnswer = answer;
		tenant.sandbox.behaviour.parsedAnswer = answer;
		const scorecard = {
			resource: 'interview',
			operation: 'getScorecard',
			planId: String(tenant.plan.id),
		};
		const resume = {
			resource: 'document',
			operation: 'getParsed',
			candidateId: chosen(tenant.mary.id),
		};
		for (const parameters of [scorecard, resume]) {
			await expect(tenant.json(parameters)).rejects.toMatchObject(
				answer === 404
					? { message: expect.stringMatching(/yet\.$/) }
					: {
							message: expect.stringContaining('still working on'),
							// n8n allows no more than five tries, and five seconds between them.
							description:
								"Wait a minute and run this again. In a workflow, put a Wait node of a minute before this one: 'Retry On Fail' waits for 20 seconds at most (Max. Tries 5, Wait Between Tries 5000 ms).",
						},
			);
		}
	},
);

it('links of somebody else do not come, whatever PeopleLens answers', async () => {
	const own = { ...{ id: 'l1', candidate_id: String(tenant.mary.id) } };
	const body = { booking_links: [own, { id: 'l2', candidate_id: 'can-other' }] };
	tenant.sandbox.inject({ type: 'wrongShape', body });
	const links = {
		resource: 'interview',
		operation: 'getBookingLinks',
		candidateId: chosen(tenant.mary.id),
	};
	expect(await tenant.json(links)).toEqual([own]);
	await expect(
		tenant.json({ ...links, candidateId: { ...chosen(''), value: '={{ $json.nothing }}' } }),
	).rejects.toThrow('is empty');
});
