import '../../support/n8n';

import { Container } from 'n8n-core/node_modules/@n8n/di';
import { BinaryDataService } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

import { outgoingFile } from '../../../nodes/PeopleLens/api/files/form';
import type { FileStream } from '../../../nodes/PeopleLens/api/files/stream';
import type { Fault } from '../../../sandbox';
import { probe } from '../../api/probe';
import { impatient } from '../../hostile/settings';
import { useFilesOnDisk } from '../../support/filesOnDisk';
import { delay, nodeProcess, readdirSync, readlinkSync } from '../../support/node';
import { runNode } from '../../support/run';
import { upload } from './parameters';
import { openHiringTenant, type HiringTenant } from './tenant';

/** More than sockets hold, so that the file is not read to its end where nobody reads the request. */
const BYTES = Buffer.alloc(30_000_000, 'x');

const files = useFilesOnDisk();

let tenant: HiringTenant;
let data: IBinaryData;
let opened: FileStream[];

beforeAll(async () => {
	// A busy machine must have the time to open the file.
	impatient({ timeoutMs: 2000 });
	data = await files.add('handles.pdf', BYTES);
	const store = Container.get(BinaryDataService);
	const open = store.getAsStream.bind(store);
	jest.spyOn(store, 'getAsStream').mockImplementation(async (...all) => {
		const stream = await open(...all);
		opened.push(stream);
		return stream;
	});
});
afterAll(() => jest.restoreAllMocks());
beforeEach(async () => {
	tenant = await openHiringTenant();
	opened = [];
});
afterEach(async () => await tenant.stop());

/** The files that this process has open, where the system tells. */
function openFiles(): string[] {
	if (nodeProcess.platform !== 'linux') return [];
	return readdirSync('/proc/self/fd').flatMap((handle) => {
		try {
			return readlinkSync(`/proc/self/fd/${handle}`);
		} catch {
			return [];
		}
	});
}

async function expectClosed() {
	// The system closes a file a moment after it was asked to.
	for (let attempt = 0; attempt < 50 && opened.some(({ closed }) => !closed); attempt++) {
		await delay(10);
	}
	expect(opened.length).toBeGreaterThan(0);
	expect(opened.map(({ destroyed }) => destroyed)).toEqual(opened.map(() => true));
	const [path] = String(data.id).split(':').slice(-1);
	expect(openFiles().filter((name) => name.endsWith(path))).toEqual([]);
}

const run = async (more: object = {}) =>
	await tenant.run(upload(tenant), { binary: { data }, ...more });

it('the file is closed after an upload', async () => {
	await run();
	await expectClosed();
});

it.each<[string, Fault, RegExp]>([
	['a connection that ends', { type: 'drop' }, /ended before the whole answer/],
	['a refusal', { type: 'status', status: 422, message: 'No' }, /did not accept the file/],
	['a refusal of its kind', { type: 'status', status: 415 }, /did not accept the file/],
	['a refusal before it was read', { type: 'unread', status: 413 }, /did not accept the file/],
	['a key refused before it was read', { type: 'unread', status: 401 }, /API key/],
	['half an answer', { type: 'drop', midway: true }, /ended before the whole answer/],
])('the file is closed after %s, and what happened is said', async (_, fault, words) => {
	tenant.sandbox.inject(fault);
	await expect(run()).rejects.toThrow(words);
	await expectClosed();
});

it('what PeopleLens says before it has read a file is shown', async () => {
	tenant.sandbox.inject({ type: 'unread', status: 413, message: 'At most 20 MB' });
	await expect(run()).rejects.toMatchObject({
		httpCode: '413',
		description: 'PeopleLens says: At most 20 MB',
	});
});

it('the file is closed where nothing answers, at each of the attempts', async () => {
	const credentials = { ...tenant.credentials };
	await tenant.stop();
	await expect(run({ credentials })).rejects.toThrow('Nothing answers');
	expect(opened.length).toBeGreaterThan(1);
	await expectClosed();
});

it('the file is closed after Stop', async () => {
	tenant.sandbox.inject({ type: 'hang' });
	const stop = new AbortController();
	const running = run({ signal: stop.signal }).catch(() => undefined);
	while (opened.length === 0) await delay(5);
	await delay(50);
	stop.abort();
	await running;
	await expectClosed();
});

it.each<Fault>([{ type: 'hang' }, { type: 'trickle', part: 'body', everyMs: 20 }])(
	'the file is closed after a time-out: %j',
	async (fault) => {
		tenant.sandbox.inject(fault);
		const send = probe(async (api, context) => {
			if (!('assertBinaryData' in context.helpers)) throw new Error('No files here');
			const { open } = await outgoingFile(context.helpers, data);
			await api.send({
				...{ method: 'POST', path: '/api/v1/candidates/x/documents', file: open },
				parse: () => undefined,
				messages: { permission: 'add documents', rejected: () => 'rejected' },
			});
		});
		await expect(runNode(send, { credentials: tenant.credentials })).rejects.toThrow(
			'took too long',
		);
		await expectClosed();
	},
);
