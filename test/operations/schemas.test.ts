import Ajv from 'ajv';
import { isNull, omitBy } from 'lodash';
import { loadOutputSchema } from 'n8n-core/dist/nodes-loader/output-schema-resolver';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { operations } from '../../nodes/PeopleLens/operations';
import type { RecordedRequest } from '../../sandbox';
import { join, repositoryRoot } from '../support/node';
import { openHiringTenant, type HiringTenant } from './hiring/tenant';
import { worksOf } from './hiring/works';
import { byEmail, byId } from './tenant';

/**
 * The editor offers these fields before the first run. So each must be one that really comes, and
 * none that comes may be missing.
 */
const KAY = { email: 'kay@acme.com', firstName: 'Kay', lastName: 'McNulty', role: 'Recruiter' };
const RUNS: Record<string, INodeParameters[]> = {
	'user:create': [KAY],
	'user:findOrCreate': [KAY, { ...KAY, email: 'ada@acme.com' }],
	'user:get': [{ userId: byId('usr-ada') }],
	'user:getAll': [{}],
	'user:deactivate': [
		{ userId: byEmail('ada@acme.com') },
		{ userId: byId('usr-grace'), options: { protectedRoles: ['Administrator'] } },
	],
	'user:sync': [
		{ ...KAY, deactivateExtra: true },
		{ ...KAY, mode: 'apply' },
		{ ...KAY, mode: 'apply', email: 'refused@acme.com' },
	],
	'auditLog:getAll': [{}],
};

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
	tenant.sandbox.tenant.addEvents(50);
	// So many that PeopleLens may have cut the list.
	for (let count = 3; count < 50; count++) tenant.sandbox.tenant.addUser({});
	const isRefused = ({ method, body }: RecordedRequest) =>
		method === 'POST' && body.includes('refused@');
	tenant.sandbox.inject({ type: 'status', status: 422 }, { times: Infinity, match: isRefused });
});
afterEach(async () => await tenant.stop());

it.each(operations)('the fields of $resource: $name are those that come', async (which) => {
	const { resource, operation } = which;
	const schema = loadOutputSchema({
		nodeDir: join(repositoryRoot, 'nodes/PeopleLens'),
		version: 1,
		resource,
		operation,
	}) as { properties: IDataObject; version: number };

	const items: IDataObject[] = [];
	const { parameters = {}, binary } = worksOf(tenant)[`${resource}:${operation}`] ?? {};
	const split = { ...parameters, options: { splitAssessments: true } };
	const runs = operation === 'getScorecard' ? [parameters, split] : [parameters];
	for (const given of RUNS[`${resource}:${operation}`] ?? runs) {
		const run = await tenant.run({ resource, operation, ...given }, { binary });
		items.push(...run.items.map(({ json }) => json));
	}

	const { version, ...shape } = schema;
	const matches = new Ajv().compile({ ...shape, additionalProperties: false });
	// The editor knows one type for each field; what the system did has no user.
	const filled = items.map((item) => omitBy(item, isNull));
	expect(filled.filter((item) => !matches(item)).map((item) => [item, matches.errors])).toEqual([]);
	const seen = new Set(items.flatMap((item) => Object.keys(item)));
	expect([...seen].sort()).toEqual(Object.keys(schema.properties).sort());
	expect(version).toBe(1);
});
