import { download } from './parameters';
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
	['candidate', 'getInterviewStatus', { stage: 'x', data: { candidate_id: 'can-other' } }],
	['document', 'getParsed', { id: 'doc-1', core_skills: 'Go', candidate_id: 'can-other' }],
])("%s %s gives nobody else's: %#", async (resource, operation, body) => {
	answerWith(body);
	const ask = { resource, operation, candidateId: chosen(tenant.mary.id) };
	await expect(tenant.json(ask)).rejects.toThrow("answered with the candidate 'can-other'");
});

it.each([
	['../../etc/cron.d/job', 'job'],
	['C:\\Users\\Ada\\cv.pdf', 'cv.pdf'],
	['cv\n.pdf\u0000\u202efdp.exe', 'cv .pdffdp.exe'],
	['a/..', 'doc'],
	['/', 'doc'],
	[`${'x'.repeat(500)}.pdf`, `${'x'.repeat(236)}.pdf`],
	// Most file systems take 255 bytes: 80 of these signs are as long as 240 letters.
	[`${'履'.repeat(100)}.docx`, `${'履'.repeat(78)}.docx`],
	[`x${'😀'.repeat(100)}.pdf`, `x${'😀'.repeat(58)}.pdf`],
	[`Dr. Jackson ${'x'.repeat(500)}`, `Dr. Jackson ${'x'.repeat(228)}`],
])('the name of a file that comes is a name, and no path: %j', async (name, expected) => {
	tenant.cv.file_name = name;
	const { items } = await tenant.run(download(tenant));
	const fileName = items[0].binary?.data.fileName;
	expect(fileName).toBe(expected === 'doc' ? tenant.cv.id : expected);
	expect(items[0].json.file_name).toBe(name);
});

it.each(['text/html\r\nX: 1', 'x'.repeat(10_000) + '/y', 'a/b/c'])(
	'the kind of a file is a kind, or none: %j',
	async (file_type) => {
		const { cv, sandbox } = tenant;
		const path = `/files/${cv.token}/cv.txt`;
		sandbox.inject({
			type: 'wrongShape',
			body: [{ id: cv.id, file_name: 'cv.txt', file_type, signedUrl: path }],
		});
		const { items } = await tenant.run(download(tenant));
		expect(items[0].binary?.data.mimeType).toBe('text/plain');
	},
);
