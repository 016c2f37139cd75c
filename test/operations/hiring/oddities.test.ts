import { byEmail } from '../tenant';
import { chosen, openHiringTenant, type HiringTenant } from './tenant';

/** What nobody expects, and what would be done about the wrong person, time or file. */

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

const answerWith = (body: unknown) => tenant.sandbox.inject({ type: 'wrongShape', body });

it.each([
	['candidate', 'getInterviewStatus', { status: 'hired', candidate_id: 'can-other' }],
	['candidate', 'getInterviewStatus', { data: { status: 'hired', candidate_id: 'can-other' } }],
	['document', 'getParsed', { id: 'doc-1', core_skills: 'Go', candidate_id: 'can-other' }],
])("%s %s gives nobody else's: %#", async (resource, operation, body) => {
	answerWith(body);
	const ask = { resource, operation, candidateId: chosen(tenant.mary.id) };
	await expect(tenant.json(ask)).rejects.toThrow("answered with the candidate 'can-other'");
});

describe('a time for an interview', () => {
	const schedule = (startTime: unknown, more: object = {}) => ({
		...{ resource: 'interview', operation: 'schedule', planId: String(tenant.plan.id) },
		...{ stepId: 'step-1', interviewerId: byEmail('ada@acme.com') },
		...{ startTime: startTime as string, additionalFields: more as Record<string, string> },
	});
	const timezone = 'Europe/Berlin';

	it.each([
		['2026-03-29T02:30:00', 'does not exist'],
		['2026-03-29 02:00', 'does not exist'],
		['2026-10-25T02:30:00', 'comes twice'],
		['2026-10-25T02:00', 'comes twice'],
	])('that is not one instant is refused: %s', async (time, words) => {
		await expect(tenant.run(schedule(time), { timezone })).rejects.toMatchObject({
			message: expect.stringMatching(new RegExp(`^'${time}' in 'Start Time' ${words}`)),
			description: expect.stringContaining('+01:00'),
		});
		const late = schedule('2026-03-01T02:30', { endTime: time });
		await expect(tenant.run(late, { timezone })).rejects.toThrow(`'End Time' ${words}`);
		expect(tenant.plan.appointments).toEqual([]);
	});

	it.each([
		['2026-03-29T01:59:59', '2026-03-29T00:59:59.000Z'],
		['2026-03-29T03:00:00', '2026-03-29T01:00:00.000Z'],
		['2026-10-25T01:59:00', '2026-10-24T23:59:00.000Z'],
		['2026-10-25T03:00:00', '2026-10-25T02:00:00.000Z'],
		['2026-10-25T02:30:00+02:00', '2026-10-25T00:30:00.000Z'],
		['2026-10-25T02:30:00+01:00', '2026-10-25T01:30:00.000Z'],
		['2026-03-29T02:30:00Z', '2026-03-29T02:30:00.000Z'],
		['2026-03-29T02:30:00.000-0500', '2026-03-29T07:30:00.000Z'],
	])('that is one is sent: %s', async (time, sent) => {
		await tenant.run(schedule(time), { timezone });
		expect(tenant.plan.appointments).toMatchObject([{ start_time: sent }]);
	});

	it.each([
		...['2026-07-01', '2026-07', '2026-W27', '2026-W27-3', '2026-182', ' 2026-07-01 '],
		'={{ "2026-07-01" }}',
	])('that is a day alone is refused, as it would mean midnight: %s', async (time) => {
		const day = time.replace(/[={}"]/g, '').trim();
		await expect(tenant.run(schedule(time), { timezone })).rejects.toMatchObject({
			message: `'${day}' in 'Start Time' has a day and no time`,
			description: 'Add the time, as in 2026-07-01T09:00:00.',
		});
		const late = schedule('2026-03-01T09:00', { endTime: time });
		await expect(tenant.run(late, { timezone })).rejects.toThrow(
			"'End Time' has a day and no time",
		);
		expect(tenant.requests('POST')).toEqual([]);
	});

	it.each([
		['2026-07-01T00:00:00', '2026-06-30T22:00:00.000Z'],
		['2026-07-01 00:00', '2026-06-30T22:00:00.000Z'],
		['2026-07-01T00', '2026-06-30T22:00:00.000Z'],
		['20260701T00', '2026-06-30T22:00:00.000Z'],
		['2026-W27-3T09:30', '2026-07-01T07:30:00.000Z'],
		["={{ DateTime.fromISO('2026-07-01') }}", expect.stringMatching(/^2026-/)],
		["={{ new Date('2026-07-01') }}", '2026-07-01T00:00:00.000Z'],
	])('that says its hour is sent: %s', async (time, sent) => {
		await tenant.run(schedule(time), { timezone });
		expect(tenant.plan.appointments).toMatchObject([{ start_time: sent }]);
	});

	it.each(['title', 'description'])('is not made with a %s that was not found', async (field) => {
		const parameters = schedule('2026-03-01T09:00', { [field]: '={{ $json.nothing }}' });
		await expect(tenant.json(parameters)).rejects.toThrow(/'(Title|Description)' is empty/);
		expect(tenant.plan.appointments).toEqual([]);
	});
});

it.each([
	['../../etc/cron.d/job', 'job'],
	['C:\\Users\\Ada\\cv.pdf', 'cv.pdf'],
	['cv\n.pdf\u0000\u202efdp.exe', 'cv .pdffdp.exe'],
	['a/..', 'doc'],
	['/', 'doc'],
	[`${'x'.repeat(500)}.pdf`, `${'x'.repeat(196)}.pdf`],
])('the name of a file that comes is a name, and no path: %j', async (name, expected) => {
	tenant.cv.file_name = name;
	const { items } = await tenant.run({
		...{ resource: 'document', operation: 'download', candidateId: chosen(tenant.mary.id) },
	});
	const fileName = items[0].binary?.data.fileName;
	expect(fileName).toBe(expected === 'doc' ? tenant.cv.id : expected);
	expect(items[0].json.file_name).toBe(name);
});

it.each(['text/html\r\nX: 1', 'x'.repeat(10_000) + '/y', 'a/b/c'])(
	'the kind of a file is a kind, or none: %j',
	async (file_type) => {
		const { mary, cv, sandbox } = tenant;
		const path = `/files/${cv.token}/cv.txt`;
		sandbox.inject({
			type: 'wrongShape',
			body: [{ id: cv.id, file_name: 'cv.txt', file_type, signedUrl: path }],
		});
		const { items } = await tenant.run({
			...{ resource: 'document', operation: 'download', candidateId: chosen(mary.id) },
		});
		expect(items[0].binary?.data.mimeType).toBe('text/plain');
	},
);
