import type { Behaviour } from '../../../sandbox';
import { openHiringTenant, type HiringTenant } from './tenant';
import { OPERATIONS, parametersOf, worksOf } from './works';

/** Every operation, in every form in which a PeopleLens may answer. */
const FORMS: Array<Partial<Behaviour>> = [
	{},
	{ listAnswer: 'own', recordAnswer: 'own', hiringIds: 'underscore' },
	{
		listAnswer: 'array',
		recordAnswer: 'data',
		updateAnswer: 'success',
		userUpdateAnswer: 'record',
	},
	{ listAnswer: 'data', recordAnswer: 'bare', updateAnswer: 204, userUpdateAnswer: 204 },
	{ hiringIds: 'number', bulkAnswer: 200, deleteAnswer: '200-body', actionAnswer: 204 },
	{ hiringPageCap: 2, listedCreatedAt: false, sortOrder: 'oldest', statusAnswer: 'text' },
	{ pageParameters: 'offsetIgnored', total: 'noPagination', signedUrls: 'sameHost' },
	{
		pageParameters: 'rejected',
		signedUrls: 'relative',
		fileAnswer: 'unsized',
		statusAnswer: 'array',
	},
	{ pageParameters: 'ignored', usersSearch: 'ignored', userRoleField: 'none', actionAnswer: 200 },
	{ putMissing: 'clear', deleteAnswer: 200, statusAnswer: 'data', userRoleField: 'role' },
];

let tenant: HiringTenant;
afterEach(async () => await tenant.stop());

describe.each(FORMS)('where PeopleLens answers by %j', (behaviour) => {
	it.each(OPERATIONS)('%s works', async (name) => {
		tenant = await openHiringTenant(behaviour);
		const work = worksOf(tenant)[name];
		const { items } = await tenant.run(parametersOf(name, work), { binary: work.binary });
		expect(items.map(({ json }) => json)).toMatchObject(work.gives);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(work.gives.map(() => ({ item: 0 })));
	});
});
