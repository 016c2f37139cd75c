import mapValues from 'lodash/mapValues';
import type { INodeParameters } from 'n8n-workflow';

import { openHiringTenant, type HiringTenant } from './tenant';

/** Who was chosen 'From List' was chosen by name; n8n keeps their ID, which another tenant gives to somebody else. */

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

interface Choice {
	field: string;
	id: () => string;
	email: string;
	parameters: () => INodeParameters;
}

const mary = { id: () => String(tenant.mary.id), email: 'mary@mail.example' };
const ada = { id: () => 'usr-ada', email: 'ada@acme.com' };

const CHOICES: Record<string, Choice> = {
	'candidate:update candidateId': {
		...{ field: 'Candidate', ...mary },
		parameters: () => ({ updateFields: { status: 'hired' } }),
	},
	'document:upload candidateId': { field: 'Candidate', ...mary, parameters: () => ({}) },
	'interview:schedule interviewerId': {
		...{ field: 'Interviewer', ...ada },
		parameters: () => ({
			...{ planId: String(tenant.plan.id), stepId: 'step-1', startTime: '2099-03-01T09:00:00' },
		}),
	},
	'job:addCandidate candidateId': {
		...{ field: 'Candidate', ...mary },
		parameters: () => ({ jobId: { __rl: true, mode: 'id', value: String(tenant.other.id) } }),
	},
	'user:update userId': {
		...{ field: 'User', ...ada },
		parameters: () => ({ updateFields: { lastName: 'King' } }),
	},
};

async function run(name: string, shown: string, { mode = 'list', value = '' } = {}) {
	const [resource, operation, locator] = name.split(/[: ]/);
	const { id, parameters } = CHOICES[name];
	const choice = { __rl: true, mode, value: value || id(), cachedResultName: shown };
	const binary = { data: { data: 'AAECAwQ=', mimeType: 'image/png', fileName: 'a.png' } };
	const chosen = { resource, operation, ...parameters(), [locator]: choice };
	return await tenant.run(chosen, { binary });
}

const methods = () => tenant.sandbox.requests.map(({ method }) => method);
const changes = () => methods().filter((method) => method !== 'GET');

describe.each(Object.keys(CHOICES))('%s, chosen from the list', (name) => {
	const { field, email, id } = CHOICES[name];

	it.each(['Ida Rhodes, new (ida@else.example)', 'ida@else.example, new', 'ida@else.example'])(
		'changes nothing where the ID is that of somebody else: %s',
		async (shown) => {
			await expect(run(name, shown)).rejects.toMatchObject({
				message: `'${field}' was chosen as '${shown}', but in PeopleLens this ID is that of '${email}'`,
				description: expect.stringMatching(
					/^For this item, nothing was changed\. Choose again in '.*tenant/,
				),
			});
			expect(methods()).toEqual(['GET']);
		},
	);

	it.each(['Somebody, new (EMAIL)', 'EMAIL, new'])(
		'does its work where the list showed the same email: %s',
		async (shown) => {
			await run(name, shown.replace('EMAIL', email.toUpperCase()));
			expect(changes()).toHaveLength(1);
		},
	);

	it('does nothing where n8n has dropped the name, as it does when the credential is changed', async () => {
		await expect(run(name, '')).rejects.toMatchObject({
			message: `'${field}' looks empty and is not: it still has the ID '${id()}'`,
			description: expect.stringContaining(`Choose again in '${field}'`),
		});
		expect(methods()).toEqual([]);
	});

	it('changes nothing where nobody has the ID any more', async () => {
		await expect(run(name, `X (${email})`, { value: 'gone-1' })).rejects.toMatchObject({
			message: expect.stringMatching(new RegExp(`'gone-1' .*Check '${field}'`)),
			httpCode: '404',
		});
		expect(changes()).toEqual([]);
	});

	it.each([
		['the list showed no email', 'Ida Rhodes (new)', () => ({})],
		['it was entered as an ID', 'Ida Rhodes (ida@else.example)', () => ({ mode: 'id' })],
		[
			'an expression has taken the place of the choice',
			'Ida Rhodes (ida@else.example)',
			() => ({ value: `={{ '${id()}' }}` }),
		],
	])('asks for nothing before where %s', async (_, shown, choice) => {
		await run(name, shown, choice());
		expect(methods()[0]).not.toBe('GET');
		expect(changes()).toHaveLength(1);
	});
});

it('a candidate who has got the email that the update gives may be updated again', async () => {
	const parameters: INodeParameters = {
		...{ resource: 'candidate', operation: 'update' },
		candidateId: {
			...{ __rl: true, mode: 'list', value: mary.id() },
			cachedResultName: `Mary Jackson (${mary.email})`,
		},
		updateFields: { email: 'jackson@mail.example', status: 'hired' },
	};
	for (const time of [1, 2]) {
		expect([time, ...(await tenant.json(parameters))]).toMatchObject([
			time,
			{ email: 'jackson@mail.example', status: 'hired' },
		]);
	}
});

describe.each(['job:update', 'job:addCandidate', 'candidate:create'])(
	'%s, with a job that was chosen from the list',
	(name) => {
		const fields: Record<string, (jobId: INodeParameters) => INodeParameters> = {
			'job:update': (jobId) => ({ jobId, updateFields: { status: 'closed' } }),
			'job:addCandidate': (jobId) => ({
				jobId,
				candidateId: { __rl: true, mode: 'id', value: '={{ $json.candidate }}' },
			}),
			'candidate:create': (jobId) => ({
				...{ firstName: 'Ida', lastName: 'Rhodes', email: '={{ $json.email }}' },
				additionalFields: { jobId },
			}),
		};
		const work = async (choice: INodeParameters) => {
			const [resource, operation] = name.split(':');
			const jobId = { __rl: true, mode: 'list', value: String(tenant.other.id), ...choice };
			const input = [tenant.mary, tenant.kay].map(({ id }, n) => ({
				candidate: String(id),
				email: `ida${n}@mail.example`,
			}));
			return await tenant.json({ resource, operation, ...fields[name](jobId) }, input);
		};

		it('changes nothing where the ID is that of another job', async () => {
			const shown = 'Analyst, Finance, open';
			await expect(work({ cachedResultName: shown })).rejects.toMatchObject({
				message: `'Job' was chosen as '${shown}', but in PeopleLens this ID is that of 'Nurse'`,
				description: expect.stringMatching(
					name === 'job:update'
						? /^For this item, nothing was changed\. Choose again in 'Job'.*tenant.*use 'By ID' in 'Job'\.$/
						: /^For this item, nothing was changed\. Choose again in 'Job'.*tenant.*title has changed\.$/,
				),
			});
			expect(changes()).toEqual([]);
		});

		it.each(['Nurse', 'Nurse, Care, closed'])(
			'does its work where the list showed the same title: %s',
			async (cachedResultName) => {
				expect(await work({ cachedResultName })).toHaveLength(2);
				expect(changes()).toHaveLength(2);
			},
		);

		it.each<[string, () => INodeParameters]>([
			['it has no title', () => ({ cachedResultName: `${String(tenant.other.id)}, open` })],
			['it was entered as an ID', () => ({ mode: 'id', cachedResultName: 'Analyst' })],
			[
				'an expression has taken the place of the choice',
				() => ({ value: `={{ '${String(tenant.other.id)}' }}`, cachedResultName: 'Analyst' }),
			],
		])('does its work where %s', async (_, choice) => {
			await work(choice());
			expect(changes()).toHaveLength(2);
		});
	},
);

it('a job that was chosen from the list is read once for all candidates who are added to it', async () => {
	const parameters: INodeParameters = {
		...{ resource: 'job', operation: 'addCandidate' },
		jobId: {
			...{ __rl: true, mode: 'list', value: String(tenant.other.id) },
			cachedResultName: 'Nurse, Care, open',
		},
		candidateId: { __rl: true, mode: 'id', value: '={{ $json.candidate }}' },
	};
	await tenant.json(
		parameters,
		[tenant.mary, tenant.kay].map(({ id }) => ({ candidate: String(id) })),
	);
	expect(methods().sort()).toEqual(['GET', 'POST', 'POST']);
});

it('a job that has got the title that the update gives may be updated again', async () => {
	const parameters: INodeParameters = {
		...{ resource: 'job', operation: 'update', updateFields: { title: 'Head Nurse' } },
		jobId: {
			...{ __rl: true, mode: 'list', value: String(tenant.other.id) },
			cachedResultName: 'Nurse, Care, open',
		},
	};
	for (const time of [1, 2]) {
		expect([time, ...(await tenant.json(parameters))]).toMatchObject([
			time,
			{ title: 'Head Nurse' },
		]);
	}
});

it.each([
	['Job', { resource: 'candidate', filters: { jobId: 'JOB' } }],
	['Actor', { resource: 'auditLog', filters: { userId: 'USER' } }],
])('a filter that n8n shows as empty and is not, is refused: %s', async (field, parameters) => {
	const nameless = (value: string) => ({ __rl: true, mode: 'list', value, cachedResultName: '' });
	const filters = mapValues(parameters.filters, nameless);
	const many = { ...parameters, operation: 'getAll', returnAll: true, filters };
	await expect(tenant.run(many)).rejects.toThrow(`'${field}' looks empty and is not`);
	expect(methods()).toEqual([]);
});

it('what an expression puts in the place of a choice needs no name', async () => {
	const userId = { __rl: true, mode: 'list', value: '={{ "usr-ada" }}', cachedResultName: '' };
	const get = { resource: 'user', operation: 'get', userId };
	expect(await tenant.json(get)).toMatchObject([{ id: 'usr-ada' }]);
});
