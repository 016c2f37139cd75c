import { BinaryDataService } from 'n8n-core';
import { Container } from 'n8n-core/node_modules/@n8n/di';
import type { IBinaryData, IDataObject } from 'n8n-workflow';

import { useFilesOnDisk } from '../../support/filesOnDisk';
import { TOOL_RUNS } from '../../support/tool';
import { upload } from './parameters';
import { asTool, openHiringTenant, type HiringTenant } from './tenant';

/** Which file of n8n's goes to PeopleLens, under which name, and which does not. */

const disk = useFilesOnDisk();
let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await tenant.stop();
});

const uploadFrom = (binaryPropertyName: string) => upload(tenant, { binaryPropertyName });
const inMemory = (text = 'A résumé', more: Partial<IBinaryData> = {}): IBinaryData => ({
	...{ data: Buffer.from(text).toString('base64'), mimeType: 'application/pdf' },
	...{ fileName: 'cv.pdf', ...more },
});
const uploaded = () => tenant.hiring.documents.all().slice(1);
const NOTHING_SENT = expect.stringContaining('For this item, nothing was sent.') as string;

describe('a file by expression, as from a node before Create', () => {
	const OF_INPUT = "={{ $('Input').item.binary.cv }}";

	it.each<[string, () => Promise<IBinaryData> | IBinaryData]>([
		['in memory', inMemory],
		['in memory, with an empty ID', () => inMemory('A résumé', { id: '' })],
		['on disk', async () => await disk.add('cv.pdf', Buffer.from('A résumé'))],
	])('is uploaded: %s', async (_, file) => {
		await tenant.run(uploadFrom(OF_INPUT), { binary: { cv: await file() } });
		const [{ bytes, file_name, file_type }] = uploaded();
		expect([bytes.toString(), file_name, file_type]).toEqual([
			'A résumé',
			'cv.pdf',
			'application/pdf',
		]);
	});

	it('is uploaded by a tool of an AI Agent, which gets no files itself', async () => {
		const file = JSON.stringify(inMemory());
		const parameters = uploadFrom(`={{ ${file} }}`);
		const { credentials } = tenant;
		await TOOL_RUNS['by the agent'](asTool(), { parameters, credentials, args: {} });
		expect(uploaded()).toHaveLength(1);
	});

	it.each(['_files.cv', '={{ $json._files.cv }}', "={{ $('Input').item._files.cv }}"])(
		'is uploaded where the workflow keeps files among the data: %s',
		async (field) => {
			const input = [{ _files: { cv: { ...inMemory() } } }];
			await tenant.run(uploadFrom(field), { input, binaryMode: 'combined' });
			expect(uploaded()).toHaveLength(1);
		},
	);

	it.each(['={{ $json }}', '={{ $json.noBytes }}', '={{ $json.odd }}', '={{ $json.named }}'])(
		'is no file where the object is none: %s',
		async (field) => {
			const { data, mimeType } = inMemory();
			const noBytes = { mimeType, fileName: 'cv.pdf' };
			const odd = { mimeType, data: { length: 3 } };
			const named = { mimeType, data, fileName: { first: 'cv' } };
			await expect(tenant.json(uploadFrom(field), [{ noBytes, odd, named }])).rejects.toMatchObject(
				{
					message: "'Input Binary Field' is an object, and no file",
					description: expect.stringContaining('.item.binary.data }}'),
				},
			);
			expect(tenant.sandbox.requests).toEqual([]);
		},
	);
});

it.each<[IDataObject, object, string]>([
	[{}, { cv: inMemory(), photo: inMemory() }, "It has 'cv', 'photo'. Check 'Input Binary Field'."],
	[{ _files: { cv: inMemory() } }, {}, "It has '_files.cv'. Check 'Input Binary Field'."],
	[{}, {}, '.item.binary.data }}'],
])('where the field has no file, the message says what there is: %#', async (json, binary, how) => {
	const run = tenant.run(uploadFrom('data'), { input: [json], binary: { ...binary } });
	await expect(run).rejects.toMatchObject({
		message: "The item has no file in the binary field 'data'",
		description: expect.stringContaining(how),
	});
});

it.each<[string | undefined, string | undefined, string]>([
	['5f0e2a1c-1d3b', 'pdf', '5f0e2a1c-1d3b.pdf'],
	['Mary Jackson Jr. CV', 'docx', 'Mary Jackson Jr. CV.docx'],
	['v1.2 CV', 'pdf', 'v1.2 CV.pdf'],
	['CV v1.2', 'pdf', 'CV v1.2.pdf'],
	['cv.PDF', 'docx', 'cv.PDF'],
	['cv.7z', 'zip', 'cv.7z'],
	['cv', 'e/../v', 'cv'],
	['cv', '', 'cv'],
	['cv', undefined, 'cv'],
	[undefined, 'pdf', 'document.pdf'],
	['', undefined, 'document'],
])(
	'a name without an ending gets the one that n8n knows: %j, %j',
	async (fileName, fileExtension, expected) => {
		await tenant.run(uploadFrom('data'), {
			binary: { data: inMemory('x', { fileName, fileExtension }) },
		});
		expect(uploaded()[0].file_name).toBe(expected);
	},
);

describe('an empty file', () => {
	it.each<[string, () => Promise<IBinaryData> | IBinaryData]>([
		['in memory', () => inMemory('')],
		['on disk', async () => await disk.add('cv.pdf', Buffer.alloc(0))],
	])('is not uploaded: %s', async (_, file) => {
		const run = tenant.run(uploadFrom('data'), { binary: { data: await file() } });
		await expect(run).rejects.toMatchObject({
			message: "The file 'cv.pdf' in 'Input Binary Field' is empty",
			description: NOTHING_SENT,
		});
		expect(tenant.sandbox.requests).toEqual([]);
	});

	it.each([0, NaN])(
		'is not what a store of files says %j of that was not told',
		async (fileSize) => {
			const data = await disk.add('cv.pdf', Buffer.from('A résumé'));
			const store = Container.get(BinaryDataService);
			jest.spyOn(store, 'getMetadata').mockResolvedValue({ fileSize });
			await tenant.run(uploadFrom('data'), { binary: { data } });
			expect(uploaded()[0].bytes.toString()).toBe('A résumé');
		},
	);
});

it('a file that n8n no longer has is not taken for one that PeopleLens does not have', async () => {
	const data = await disk.add('cv.pdf', Buffer.from('A résumé'));
	await disk.removeAll();
	const run = tenant.run(uploadFrom('data'), { binary: { data } });
	await expect(run).rejects.toMatchObject({
		message: "n8n can't read the file in 'Input Binary Field', or no longer has it",
		description: NOTHING_SENT,
	});
	expect(tenant.sandbox.requests).toEqual([]);
});
