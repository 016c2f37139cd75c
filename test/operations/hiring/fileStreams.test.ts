import { useFilesOnDisk } from '../../support/filesOnDisk';
import { download, upload } from './parameters';
import { openHiringTenant, type HiringTenant } from './tenant';

/** Files that n8n keeps on disk, as it does by default: they are streamed from there and to there. */

const BYTES = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => (index * 31) % 251));

const disk = useFilesOnDisk();
let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

it('a file on disk is uploaded byte by byte, with its length, and whole after a 429', async () => {
	tenant.sandbox.inject({ type: 'status', status: 429, retryAfterSeconds: 0 });
	const data = await disk.add('cv.pdf', BYTES);
	expect(data.id).toMatch(/^filesystem/);
	const { items } = await tenant.run(upload(tenant), { binary: { data } });
	expect(items[0].json).toMatchObject({ file_name: 'cv.pdf', file_size: BYTES.length });
	expect(tenant.hiring.documents.all().at(-1)?.bytes.equals(BYTES)).toBe(true);
	const uploads = tenant.requests('POST');
	expect(uploads).toHaveLength(2);
	for (const { headers } of uploads) {
		expect(Number(headers['content-length'])).toBeGreaterThan(BYTES.length);
	}
});

it.each(['file', 'unsized'] as const)(
	'a file is downloaded to disk byte by byte: %s',
	async (how) => {
		tenant.sandbox.behaviour.fileAnswer = how;
		tenant.cv.bytes = BYTES;
		const { items } = await tenant.run(download(tenant));
		const data = items[0].binary?.data;
		expect(data).toMatchObject({ fileName: 'Mary.txt', mimeType: 'text/plain' });
		expect(data?.id).toMatch(/^filesystem/);
		expect((await disk.read(data ?? { data: '', mimeType: '' })).equals(BYTES)).toBe(true);
	},
);

it('a file that breaks off leaves no half a file behind it that could pass for one', async () => {
	tenant.sandbox.behaviour.fileAnswer = 'cut';
	tenant.cv.bytes = BYTES;
	await expect(tenant.run(download(tenant))).rejects.toThrow('did not arrive whole');
});
