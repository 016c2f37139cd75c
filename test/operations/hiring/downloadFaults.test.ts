import { BinaryDataService } from 'n8n-core';
import { Container } from 'n8n-core/node_modules/@n8n/di';
import type { IDataObject } from 'n8n-workflow';

import { failureInWords } from '../../../nodes/PeopleLens/api/files/failures';
import { impatient } from '../../hostile/settings';
import { download } from './parameters';
import { openHiringTenant, type HiringTenant } from './tenant';

/** What keeps a file away, in words; and what passes for one, and is none. */

let tenant: HiringTenant;
beforeAll(() => impatient({ timeoutMs: 10_000 }));
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await tenant.stop();
});

/** PeopleLens lists one document. */
function list(document: IDataObject) {
	const { id, token } = tenant.cv;
	const body = [{ id, file_name: 'cv.pdf', signedUrl: `/files/${token}/cv`, ...document }];
	tenant.sandbox.inject({ type: 'wrongShape', body });
}

async function downloaded() {
	const { items, hints } = await tenant.run(download(tenant));
	const { data = '', ...about } = items[0].binary?.data ?? {};
	return { text: Buffer.from(data, 'base64').toString(), hints, ...about };
}

describe('where the host of the files is out of reach', () => {
	it.each([
		['http://127.0.0.1:1', 'nothing answers'],
		['https://files.peoplelensai.invalid', 'the name is not known'],
	])('the message names it and nothing of what is signed: %s, %s', async (origin) => {
		list({ signedUrl: `${origin}/tenant/cv.pdf?signature=dummy` });
		await expect(tenant.json(download(tenant))).rejects.toMatchObject({
			message: `The file 'cv.pdf' could not be fetched: n8n can't reach ${origin}, where PeopleLens keeps it`,
			description: expect.stringContaining('A firewall may block it.'),
		});
	});

	it('by https, the message says so', async () => {
		const origin = tenant.sandbox.url.replace('http:', 'https:');
		list({ signedUrl: `${origin}/cv.pdf?signature=dummy` });
		await expect(tenant.json(download(tenant))).rejects.toMatchObject({
			message: `The file 'cv.pdf' could not be fetched: ${origin}, where PeopleLens keeps it, does not answer as it should`,
		});
	});

	it('for want of a certificate, the message says so', () => {
		const failure = { kind: 'failure', reason: 'certificate' } as const;
		const [what, how] = failureInWords(failure, 'https://files', String);
		expect(what).toBe(
			"could not be fetched: the security certificate of https://files, where PeopleLens keeps it, can't be trusted",
		);
		expect(how).toContain('A proxy or firewall');
	});
});

describe("n8n's own words are shown", () => {
	it('where it could not keep the file', async () => {
		const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
		jest.spyOn(Container.get(BinaryDataService), 'store').mockRejectedValue(full);
		await expect(tenant.json(download(tenant))).rejects.toMatchObject({
			message: "The file 'Mary.txt' could not be fetched, or could not be kept by n8n",
			description: 'n8n says: ENOSPC: no space left on device',
		});
	});

	it('but no address in them, and no key', async () => {
		const { url, apiKey } = tenant.sandbox;
		const words = `Blocked: ${url}/files/x?signature=dummy for ${apiKey}`;
		jest.spyOn(Container.get(BinaryDataService), 'store').mockRejectedValue(new Error(words));
		await expect(tenant.json(download(tenant))).rejects.toMatchObject({
			description: `n8n says: Blocked: ${url} for ***`,
		});
	});
});

describe('a file that is not as large as PeopleLens says', () => {
	it('comes with a hint where a part of it has come, or something else', async () => {
		tenant.sandbox.behaviour.fileAnswer = 'half';
		tenant.cv.bytes = Buffer.alloc(2_468, 'x');
		tenant.cv.file_size = 2_468;
		const { text, hints } = await downloaded();
		expect(text).toHaveLength(1_234);
		expect(hints).toEqual([
			"'Mary.txt' has 1,234 bytes; PeopleLens says 2,468. Open the file to see whether it is whole.",
		]);
	});

	it('is fetched again where nothing has come', async () => {
		Object.assign(tenant.sandbox.behaviour, { fileAnswer: 'empty', fileAnswerTimes: 2 });
		expect(await downloaded()).toMatchObject({ text: 'A résumé', hints: [] });
		expect(tenant.sandbox.fileRequests).toHaveLength(3);
	});

	it('is none where nothing comes', async () => {
		tenant.sandbox.behaviour.fileAnswer = 'empty';
		await expect(tenant.json(download(tenant))).rejects.toThrow("'Mary.txt' did not arrive whole");
	});

	it.each([undefined, null, 0, -1, 9.5, '8', '1.2 kB'])(
		'is as large as it is where PeopleLens says no size: %j',
		async (file_size) => {
			list({ file_size });
			expect(await downloaded()).toMatchObject({ text: 'A résumé', hints: [] });
		},
	);

	it('may be an empty one', async () => {
		tenant.sandbox.behaviour.fileAnswer = 'empty';
		tenant.cv.file_size = 0;
		expect(await downloaded()).toMatchObject({ text: '', hints: [] });
	});
});

describe('a web page', () => {
	it.each([
		['cv.htm', 'html'],
		['cv.HTML', ''],
		['cv.xhtml', 'application/octet-stream'],
		['cv', 'text/html'],
	])('is the file where it is called one: %s, %s', async (file_name, file_type) => {
		tenant.sandbox.behaviour.fileAnswer = 'page';
		list({ file_name, file_type });
		expect(await downloaded()).toMatchObject({ text: '<html>Sign in</html>', fileName: file_name });
	});

	it('is none otherwise', async () => {
		tenant.sandbox.behaviour.fileAnswer = 'page';
		list({ file_name: 'html.pdf' });
		await expect(tenant.json(download(tenant))).rejects.toThrow('a web page came in its place');
	});
});
