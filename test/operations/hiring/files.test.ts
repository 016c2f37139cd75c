import { impatient } from '../../hostile/settings';
import { download, upload } from './parameters';
import { openHiringTenant, type HiringTenant } from './tenant';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let tenant: HiringTenant;
beforeAll(() => impatient({ timeoutMs: 10_000 }));
afterEach(async () => await tenant.stop());

it.each(['otherHost', 'sameHost', 'relative'] as const)(
	'the node downloads a file with its name and type, and without the key: %s',
	async (signedUrls) => {
		tenant = await openHiringTenant({ signedUrls });
		const { items } = await tenant.run(download(tenant));
		expect(items[0].binary?.data).toMatchObject({ fileName: 'Mary.txt', mimeType: 'text/plain' });
		expect(Buffer.from(items[0].binary?.data.data ?? '', 'base64').toString()).toBe('A résumé');
		const [{ headers }] = tenant.sandbox.fileRequests;
		expect(JSON.stringify(headers)).not.toContain(tenant.sandbox.apiKey);
		expect(headers).not.toHaveProperty('authorization');
	},
);

it.each([
	['cv.pdf', 'pdf', 'application/octet-stream', 'application/pdf'],
	['cv.pdf', 'pdf', 'binary/octet-stream; charset=binary', 'application/pdf'],
	['cv.pdf', 'application/octet-stream', 'application/octet-stream', 'application/pdf'],
	['cv.pdf', 'application/octet-stream', 'image/png', 'image/png'],
	['cv.pdf', 'image/png', 'application/octet-stream', 'image/png'],
	['cv.docx', '', 'Application/Octet-Stream', DOCX],
	['cv', 'pdf', 'application/octet-stream', 'application/octet-stream'],
	['cv', 'application/octet-stream', 'application/octet-stream', 'application/octet-stream'],
])(
	'the kind of %s comes from its name where nobody says it: %s, %s',
	async (file_name, file_type, hostSays, expected) => {
		tenant = await openHiringTenant();
		const { cv, sandbox } = tenant;
		cv.file_type = hostSays;
		const signedUrl = `/files/${cv.token}/cv`;
		const body = [{ id: cv.id, file_name, file_type, signedUrl }];
		sandbox.inject({ type: 'wrongShape', body });
		const { items } = await tenant.run(download(tenant));
		expect(items[0].binary?.data.mimeType).toBe(expected);
	},
);

it('the node downloads all documents of a candidate where none is named, into the field that is named', async () => {
	tenant = await openHiringTenant();
	tenant.hiring.addDocument(tenant.mary.id, { bytes: Buffer.from('%PDF') });
	tenant.hiring.addDocument(tenant.kay.id, { bytes: Buffer.from('hers') });
	const { items } = await tenant.run(download(tenant, { binaryPropertyName: 'cv' }));
	expect(items.map(({ binary }) => binary?.cv.fileName).sort()).toEqual(['Mary.txt', 'cv.pdf']);
	await expect(tenant.json(download(tenant, { documentId: 'doc-x' }))).rejects.toThrow(
		'has no document',
	);
	await expect(tenant.json(download(tenant, { documentId: '={{ $json.no }}' }))).rejects.toThrow(
		'is empty',
	);
});

it.each([
	['expired', 'could not be fetched (HTTP 403)'],
	['busy', 'could not be fetched (HTTP 503)'],
	['redirect', 'could not be fetched (HTTP 302)'],
	['page', 'a web page came in its place'],
	['cut', 'did not arrive whole'],
] as const)('says what happened to a file: %s', async (fileAnswer, words) => {
	tenant = await openHiringTenant({ fileAnswer });
	await expect(tenant.json(download(tenant))).rejects.toThrow(words);
	// A redirect would have led to the API.
	expect(tenant.sandbox.requests.map(({ path }) => path)).not.toContain('/api/v1/users');
});

it.each(['busy', 'cut'] as const)(
	'a file comes after a moment in which its host was not well: %s',
	async (fileAnswer) => {
		tenant = await openHiringTenant({ fileAnswer, fileAnswerTimes: 2 });
		const { items } = await tenant.run(download(tenant));
		expect(Buffer.from(items[0].binary?.data.data ?? '', 'base64').toString()).toBe('A résumé');
		expect(tenant.sandbox.fileRequests).toHaveLength(3);
	},
);

describe('an address that is no longer good', () => {
	const listings = () => tenant.requests('GET').filter(({ path }) => path.endsWith('/documents'));

	it('is asked for once more: while one file is fetched, those of the others run out', async () => {
		tenant = await openHiringTenant({ fileAnswer: 'expired', fileAnswerTimes: 1 });
		expect(await tenant.json(download(tenant))).toHaveLength(1);
		expect([listings().length, tenant.sandbox.fileRequests.length]).toEqual([2, 2]);
	});

	it('is not asked for again and again', async () => {
		tenant = await openHiringTenant({ fileAnswer: 'expired' });
		await expect(tenant.json(download(tenant))).rejects.toThrow('HTTP 403');
		expect([listings().length, tenant.sandbox.fileRequests.length]).toEqual([2, 2]);
	});
});

it.each([
	null,
	'',
	'ftp://files.example/x',
	'file:///etc/passwd',
	'http://files.example/x',
	'http://169.254.169.254/latest/meta-data',
	{ href: 'x' },
])('the node fetches nothing from the address %j', async (signedUrl) => {
	tenant = await openHiringTenant();
	const body = [{ id: 'doc-1', file_name: 'x', signedUrl }];
	tenant.sandbox.inject({ type: 'wrongShape', body });
	await expect(tenant.json(download(tenant))).rejects.toThrow('has no address');
	expect(tenant.sandbox.fileRequests).toEqual([]);
});

it('the node refuses a file that says it is too large before it has come', async () => {
	tenant = await openHiringTenant();
	tenant.cv.bytes = Buffer.alloc(100_000_001);
	await expect(tenant.json(download(tenant))).rejects.toThrow('is larger than 100 MB');
	tenant.sandbox.behaviour.fileAnswer = 'unsized';
	await expect(tenant.json(download(tenant))).rejects.toThrow('is larger than 100 MB');
}, 60_000);

const binary = (data: Buffer, fileName?: string, mimeType = 'application/pdf') => ({
	data: { data: data.toString('base64'), mimeType, fileName },
});

it.each([
	['cv.pdf', 'application/pdf'],
	['Lebenslauf "Zoë"; a=b.pdf', 'application/pdf'],
	['履歴書.docx', DOCX],
])('the node uploads %s byte by byte', async (fileName, mimeType) => {
	tenant = await openHiringTenant();
	const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256));
	const { items } = await tenant.run(upload(tenant), { binary: binary(bytes, fileName, mimeType) });
	expect(items[0].json).toMatchObject({ file_name: fileName, file_type: mimeType });
	expect(tenant.hiring.documents.all().at(-1)?.bytes.equals(bytes)).toBe(true);
});

it('a file name or type cannot write into the request', async () => {
	tenant = await openHiringTenant();
	const odd = binary(Buffer.from('x'), 'a"\r\nX-Evil: 1\r\n\r\n', 'text/plain\r\nX-Evil: 1');
	const { items } = await tenant.run(upload(tenant), { binary: odd });
	expect(items[0].json).toMatchObject({ file_type: 'application/octet-stream', file_size: 1 });
});

it.each([
	[{}, undefined, "no file in the binary field 'data'"],
	[{ binaryPropertyName: 'cv' }, binary(Buffer.from('x')), "no file in the binary field 'cv'"],
	[{ binaryPropertyName: '' }, binary(Buffer.from('x')), "'Input Binary Field' is empty"],
])('the node says which file is missing: %j', async (more, files, words) => {
	tenant = await openHiringTenant();
	await expect(tenant.run(upload(tenant, more), { binary: files })).rejects.toThrow(words);
	expect(tenant.sandbox.requests).toEqual([]);
});

it('the node says that PeopleLens does not take a file of that size, and sends it whole after a 429', async () => {
	tenant = await openHiringTenant({ largestFile: 3 });
	const files = binary(Buffer.from('four'), 'cv.pdf');
	await expect(tenant.run(upload(tenant), { binary: files })).rejects.toThrow("the file 'cv.pdf'");
	tenant.sandbox.behaviour.largestFile = null;
	tenant.sandbox.inject({ type: 'status', status: 429 });
	await tenant.run(upload(tenant), { binary: files });
	expect(tenant.hiring.documents.all().at(-1)?.bytes.toString()).toBe('four');
});
