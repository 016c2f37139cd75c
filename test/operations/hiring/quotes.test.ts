import type { INodeParameters } from 'n8n-workflow';

import { leaksOf } from '../../support/keyForms';
import { byEmail, byId } from '../tenant';
import { download, upload } from './parameters';
import { chosen, openHiringTenant, type HiringTenant } from './tenant';

/** What a server says of itself and of others stands in messages: short, in one line, visible. */

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

/** As an ID, a role or a name: the key in spaced letters, what turns a line around, and no end. */
const odd = () =>
	`can-${[...tenant.sandbox.apiKey].join(' ')}\u202e\u0000\u001b[31m\r\n\u200b${'x'.repeat(5_000)}`;

/** One operation, and the answer in which a text stands that it quotes. */
type Case = { parameters: INodeParameters; answers: Record<string, unknown> };

const CASES: Record<string, () => Case> = {
	'another candidate': () => ({
		parameters: { resource: 'candidate', operation: 'get', candidateId: chosen('can-1') },
		answers: { GET: { id: odd() } },
	}),
	'another candidate after a change': () => ({
		parameters: {
			...{ resource: 'candidate', operation: 'update', candidateId: chosen('can-1') },
			updateFields: { status: 'hired' },
		},
		answers: { PATCH: { id: odd() } },
	}),
	'another user': () => ({
		parameters: { resource: 'user', operation: 'get', userId: byId('usr-1') },
		answers: { GET: { id: odd(), email: 'ada@acme.com' } },
	}),
	"somebody else's document": () => ({
		parameters: { resource: 'document', operation: 'getAll', candidateId: chosen('can-1') },
		answers: { GET: [{ id: 'doc-1', candidate_id: odd() }] },
	}),
	'a document that went to somebody else': () => ({
		parameters: upload(tenant),
		answers: { POST: { id: 'doc-1', candidate_id: odd() } },
	}),
	'another candidate for the job': () => ({
		parameters: {
			...{ resource: 'job', operation: 'addCandidate' },
			...{ jobId: chosen('job-1'), candidateId: chosen('can-1') },
		},
		answers: { POST: { success: true, candidate_id: odd(), job_id: odd() } },
	}),
	'another new candidate': () => ({
		parameters: {
			...{ resource: 'candidate', operation: 'create' },
			...{ firstName: 'Ida', lastName: 'Rhodes', email: 'ida@mail.example' },
		},
		answers: { POST: { data: [{ id: 'can-1', email: odd() }] } },
	}),
	'another invited person': () => ({
		parameters: {
			...{ resource: 'user', operation: 'create' },
			...{ firstName: 'Ida', lastName: 'Rhodes', email: 'ida@mail.example', role: 'Recruiter' },
		},
		answers: { POST: { id: 'usr-1', email: odd() } },
	}),
	'a role that stays': () => ({
		parameters: {
			...{ resource: 'user', operation: 'update', userId: byId('usr-ada') },
			updateFields: { role: 'Interviewer' },
		},
		answers: { GET: { user: { id: 'usr-ada', role: odd() } } },
	}),
	'a role that differs': () => ({
		parameters: {
			...{ resource: 'user', operation: 'findOrCreate' },
			...{ firstName: 'Ada', lastName: 'L', email: 'ada@acme.com', role: 'Recruiter' },
			options: { onRoleDifference: 'fail' },
		},
		answers: { GET: { data: [{ id: 'usr-ada', email: 'ada@acme.com', role: odd() }] } },
	}),
	'a file that has no address': () => ({
		parameters: download(tenant),
		answers: { GET: [{ id: 'doc-1', file_name: odd() }] },
	}),
	'another person than was chosen': () => ({
		parameters: {
			...{ resource: 'candidate', operation: 'update', updateFields: { status: 'hired' } },
			candidateId: { ...chosen('can-1', 'list'), cachedResultName: `${odd()} (ida@else.example)` },
		},
		answers: { GET: { id: 'can-1', email: odd() } },
	}),
	'another job than was chosen': () => ({
		parameters: {
			...{ resource: 'job', operation: 'update', updateFields: { status: 'closed' } },
			jobId: { ...chosen('job-1', 'list'), cachedResultName: 'Analyst' },
		},
		answers: { GET: { id: 'job-1', title: odd() } },
	}),
	'a key of the metadata': () => ({
		parameters: {
			...{ resource: 'candidate', operation: 'update', candidateId: chosen('can-1') },
			updateFields: { metadata: '{"a": 1}' },
		},
		answers: { GET: { id: 'can-1', metadata: { [odd()]: '9007199254740993' } } },
	}),
	'no document with that ID': () => ({
		parameters: download(tenant, { documentId: 'doc-2' }),
		answers: { GET: [{ id: odd() }] },
	}),
};

const files = { data: { data: 'AAEC', mimeType: 'text/plain', fileName: 'cv.txt' } };

function expectReadable(text: string) {
	expect(text.length).toBeLessThan(700);
	expect(text).not.toMatch(/[\p{C}\n]/u);
	expect(leaksOf(tenant.sandbox.apiKey, text)).toEqual([]);
}

it.each(Object.keys(CASES))(
	'a text of the server is quoted as it can be read: %s',
	async (name) => {
		const { parameters, answers } = CASES[name]();
		for (const [wanted, body] of Object.entries(answers)) {
			const match = ({ method }: { method: string }) => method === wanted;
			tenant.sandbox.inject({ type: 'wrongShape', body }, { times: Infinity, match });
		}
		const error: Error & { description?: string } = await tenant
			.run(parameters, { binary: files })
			.then(
				() => new Error('It worked'),
				(thrown: Error) => thrown,
			);
		expect(error.message).not.toBe('It worked');
		expectReadable(error.message);
		expectReadable(error.description ?? '');
	},
);

it('the name of a file, which anybody may have given it, is quoted so as well', async () => {
	tenant.sandbox.inject({ type: 'status', status: 422 });
	const binary = { data: { ...files.data, fileName: `cv\u202e\n${'x'.repeat(5_000)}.txt` } };
	const error: Error = await tenant.run(upload(tenant), { binary }).then(
		() => new Error('It worked'),
		(thrown: Error) => thrown,
	);
	expect(error.message).toMatch(/did not accept the file 'cv x/);
	expectReadable(error.message);
});

describe('what an item brings along is quoted so as well:', () => {
	const ODD = `odd\u202e\n<img src=x>${'five thousand letters\n'.repeat(250)}`;

	it.each<[string, INodeParameters, object]>([
		[
			'a key without a value',
			{ operation: 'update', updateFields: { metadata: '={{ { [$json.odd]: "" } }}' } },
			{},
		],
		[
			'files under other names',
			{
				resource: 'document',
				operation: 'upload',
				binaryPropertyName: `data ${ODD.slice(0, 900)}`,
			},
			{ [ODD]: files.data, [`${ODD}2`]: files.data },
		],
	])('%s', async (_, parameters, binary) => {
		const run = tenant.run(
			{ resource: 'candidate', candidateId: chosen(tenant.mary.id), ...parameters },
			{ input: [{ odd: ODD }], binary: { ...binary } },
		);
		const error: Error & { description?: string } = await run.then(
			() => new Error('It worked'),
			(thrown: Error) => thrown,
		);
		expect(error.message).toMatch(/is empty$|has no file in/);
		for (const text of [error.message, error.description ?? '']) {
			expectReadable(text);
			expect(text).not.toContain('<');
		}
	});
});

it.each<{ role: () => string; email?: () => string }>([
	{ role: () => odd() },
	{ role: () => 'Recruiter', email: () => odd() },
])('why somebody was left alone is readable as well: %#', async ({ role, email }) => {
	let reads = 0;
	tenant.sandbox.rewriteAnswer = (answer, { method, path }) => {
		if (method !== 'GET') return answer;
		const isOne = /users\/./.test(path);
		const ada = { id: 'usr-ada', email: 'ada@acme.com', role: 'Interviewer' };
		const one = { ...ada, role: role(), ...(email && { email: email() }) };
		reads++;
		return { ...answer, status: 200, body: JSON.stringify(isOne ? one : { data: [ada] }) };
	};
	const deactivate = {
		...{ resource: 'user', operation: 'deactivate', userId: byEmail('ada@acme.com') },
		options: { protectedRoles: ['Administrator'] },
	};
	const [item] = await tenant.json(deactivate);
	expect(reads).toBeGreaterThan(1);
	expect(item).toMatchObject({ deactivated: false });
	expectReadable(String(item.reason));
});
