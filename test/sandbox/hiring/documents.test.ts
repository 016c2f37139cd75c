import { openHiring, stop, type OpenHiring } from './open';

let tenant: OpenHiring;
const open = async (...args: Parameters<typeof openHiring>) => {
	tenant = await openHiring(...args);
};
afterEach(async () => await stop(tenant.sandbox));

const PATH = '/api/v1/candidates/can-ada/documents';
const BYTES = Buffer.from([0, 255, 13, 10, 45, 45, 200]);

async function upload(field = 'file') {
	const form = new FormData();
	form.set(field, new Blob([BYTES], { type: 'image/png' }), 'Ada é.png');
	return await fetch(tenant.sandbox.url + PATH, {
		method: 'POST',
		headers: { authorization: `Bearer ${tenant.sandbox.apiKey}` },
		body: form,
	});
}

const listed = async () => (await tenant.send(`GET ${PATH}`)).json as Array<{ signedUrl: string }>;

it('the sandbox takes a file with its name and type, and gives it back byte by byte', async () => {
	await open();
	expect(await (await upload()).json()).toEqual({
		id: expect.any(String),
		candidate_id: 'can-ada',
		file_name: 'Ada é.png',
		file_path: expect.any(String),
		file_type: 'image/png',
		file_size: BYTES.length,
	});
	const [{ signedUrl }] = await listed();
	expect(new URL(signedUrl).origin).not.toBe(tenant.sandbox.url);
	const file = await fetch(signedUrl);
	expect(Buffer.from(await file.arrayBuffer())).toEqual(BYTES);
	expect(file.headers.get('content-type')).toBe('image/png');
	expect(tenant.sandbox.fileRequests).toHaveLength(1);
});

it.each([
	[{}, 'cv', 422],
	[{ largestFile: 3 }, 'file', 413],
])('the sandbox refuses a file: %j, field "%s"', async (behaviour, field, status) => {
	await open(behaviour);
	expect((await upload(field)).status).toBe(status);
	expect(await listed()).toEqual([]);
});

it.each([
	['sameHost', (url: string) => url],
	['relative', () => ''],
] as const)('gives addresses by %s', async (signedUrls, origin) => {
	await open({ signedUrls });
	await upload();
	const [{ signedUrl }] = await listed();
	expect(signedUrl.startsWith(`${origin(tenant.sandbox.url)}/files/`)).toBe(true);
});

it.each([
	['expired', 403],
	['page', 200],
	['unsized', 200],
	['half', 200],
	['empty', 200],
] as const)('the file host answers: %s', async (fileAnswer, status) => {
	await open({ fileAnswer });
	await upload();
	const [{ signedUrl }] = await listed();
	expect((await fetch(signedUrl)).status).toBe(status);
});

it.each([
	['ready', 200],
	['empty', 200],
	[202, 202],
	[404, 404],
] as const)('answers the parsed résumé: %s', async (parsedAnswer, status) => {
	await open({ parsedAnswer });
	await upload();
	const reply = await tenant.send(`GET ${PATH}/parsed`);
	expect(reply.status).toBe(status);
	if (parsedAnswer === 'ready') {
		expect(reply.json).toMatchObject({
			core_skills: expect.stringContaining(', '),
			languages: expect.any(Array),
		});
	}
});
