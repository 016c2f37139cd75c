import fc from 'fast-check';

import { pairUp } from '../../nodes/PeopleLens/domain/newCandidates';

const SEED = 20261125;

type Item = {
	first_name: string;
	last_name: string;
	email: string;
	job_id?: string;
};

const NAMES = ['Ann', 'ANN', ' Ann', 'Eve', 'E\u0301ve', '\u00c9ve', 'Anna'];

const item: fc.Arbitrary<Item> = fc.record(
	{
		first_name: fc.constantFrom(...NAMES),
		last_name: fc.constantFrom('Lee', 'LEE', 'Ray'),
		email: fc.constantFrom('twins@x.example', 'TWINS@x.example', 'ida@x.example'),
		job_id: fc.constantFrom('job-1', 'job-2'),
	},
	{ requiredKeys: ['first_name', 'last_name', 'email'] },
);

/** How a server may write what it was sent. */
const FORMS: Record<string, (text: string) => string> = {
	'as it is': (text) => text,
	'in capitals': (text) => text.toUpperCase(),
	'in small letters': (text) => text.toLowerCase(),
	trimmed: (text) => text.trim(),
	decomposed: (text) => text.normalize('NFD'),
};

const server = fc.record({
	form: fc.constantFrom(...Object.keys(FORMS)),
	/** Which of the items it creates nobody for. */
	skips: fc.array(fc.nat(5), { maxLength: 3 }),
	/** Which of the records it answers a second time. */
	repeats: fc.array(fc.nat(5), { maxLength: 2 }),
	tells: fc.subarray(['first_name', 'last_name', 'job_id'] as const),
	order: fc.array(fc.nat(100), { minLength: 12, maxLength: 12 }),
});

type Server = typeof server extends fc.Arbitrary<infer One> ? One : never;

/** What it answers, and whose each record is. */
function answerOf(items: Item[], { form, skips, repeats, tells, order }: Server) {
	const write = FORMS[form];
	const rows = items.flatMap((one, index) => {
		if (skips.includes(index)) return [];
		const row: { id: string; [field: string]: string } = {
			id: `can-${index}`,
			email: write(one.email),
		};
		for (const field of tells) {
			const value = one[field];
			if (value !== undefined) row[field] = field === 'job_id' ? value : write(value);
		}
		return repeats.includes(index) ? [row, { ...row }] : [row];
	});
	const sorted = rows.map((row, index) => ({ row, at: order[index % order.length] }));
	return sorted.sort((a, b) => a.at - b.at).map(({ row }) => row);
}

const ownerOf = (id: unknown, items: Item[]) => items[Number(String(id).replace('can-', ''))];

it('the record that an item gets can be no other one’s, whatever the server answers', () => {
	let [paired, left] = [0, 0];
	fc.assert(
		fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), server, (items, how) => {
			const pairs = pairUp(items, answerOf(items, how));
			const ids: unknown[] = [];
			pairs.forEach((pair, index) => {
				if (typeof pair === 'string') return void left++;
				paired++;
				ids.push(pair.id);
				// Records of two equal items are as equal as these.
				expect(ownerOf(pair.id, items)).toEqual(items[index]);
			});
			expect(new Set(ids).size).toBe(ids.length);
		}),
		{ seed: SEED, numRuns: 1_000 },
	);
	// A law for which nothing is ever paired holds by itself.
	expect(paired).toBeGreaterThan(left / 2);
});

it('people with different names, or emails, are all told apart', () => {
	const names = fc.uniqueArray(fc.constantFrom('Ann', 'Eve', 'Ida', 'Mary', 'Kay'), {
		minLength: 1,
	});
	fc.assert(
		fc.property(names, server, (firsts, how) => {
			const items = firsts.map((first_name) => ({
				...{ first_name, last_name: 'Lee', email: 'family@x.example' },
			}));
			const whole = { ...how, skips: [], tells: ['first_name' as const] };
			const pairs = pairUp(items, answerOf(items, whole));
			expect(pairs).toMatchObject(items.map((_, index) => ({ id: `can-${index}` })));
		}),
		{ seed: SEED },
	);
});

const ann = { first_name: 'Ann', last_name: 'Lee', email: 'twins@x.example' };
const eve = { ...ann, first_name: 'Eve' };
const row = (id: string, more: object = {}) => ({ id, email: ann.email, ...more });

it.each([
	['one item, whatever the name', [ann], [row('1', { first_name: 'Hannah' })], ['1']],
	['nobody', [ann], [], ['none']],
	['two records for one item', [ann], [row('1'), row('2')], ['doubt']],
	['one record that is answered twice', [ann], [row('1'), row('1')], ['1']],
	['no names', [ann, eve], [row('1'), row('2')], ['doubt', 'doubt']],
	['one of two, without a name', [ann, eve], [row('1')], ['doubt', 'doubt']],
	['one of two, by name', [ann, eve], [row('1', { first_name: 'EVE' })], ['none', '1']],
	[
		'a name that is no one’s, when the other one is known',
		[ann, eve],
		[row('1', { first_name: 'Evelyn' }), row('2', { first_name: 'ann' })],
		['2', '1'],
	],
	[
		'names that are no one’s',
		[ann, eve],
		[row('1', { first_name: 'A.' }), row('2', { first_name: 'E.' })],
		['doubt', 'doubt'],
	],
	[
		'one record for both',
		[ann, eve],
		[row('1', { first_name: 'Ann' }), row('1', { first_name: 'Eve' })],
		['doubt', 'doubt'],
	],
	[
		'two jobs, which are not told',
		[
			{ ...ann, job_id: 'job-1' },
			{ ...ann, job_id: 'job-2' },
		],
		[row('1', { first_name: 'Ann' }), row('2', { first_name: 'Ann' })],
		['doubt', 'doubt'],
	],
	['the same twice', [ann, ann], [row('1'), row('2')], ['1', '2']],
])('%s', (_, items, rows, expected) => {
	const pairs = pairUp(items, rows).map((pair) => (typeof pair === 'string' ? pair : pair.id));
	expect(pairs).toEqual(expected);
});
