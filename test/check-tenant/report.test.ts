import { DEFAULT_BEHAVIOUR } from '../../sandbox/behaviour';
import { behaviourLike } from '../../sandbox/like';
import { FACT_NAMES, noFacts, type Facts } from '../../sandbox/tenantReport/facts';
import { createReport, readReport } from '../../scripts/check-tenant/report';
import { judge } from '../../scripts/check-tenant/verdicts';

const ABOUT = {
	packageVersion: '1.0.0',
	day: '2026-03-01',
	requests: 40,
	watchedMinutes: 0,
	wrote: false,
};

const reportWith = (facts: Partial<Facts>) =>
	JSON.stringify(createReport({ ...noFacts(), ...facts }, ABOUT));

it('a report reads back as it was written', () => {
	const report = createReport({ ...noFacts(), sortOrder: 'oldest', pageCap: 25 }, ABOUT);
	expect(readReport(JSON.stringify(report))).toEqual(report);
	expect(report.verdicts).toMatchObject({
		sortOrder: 'holds',
		pageCap: 'copes',
		total: 'not seen',
	});
});

it.each([
	['no JSON', 'report', /no report of/],
	['other JSON', '{"format": "something"}', /no report of/],
	['null', 'null', /no report of/],
	[
		'a later version',
		reportWith({}).replace('"formatVersion":1', '"formatVersion":2'),
		/version 2/,
	],
	[
		'an unknown word',
		reportWith({}).replace('"sortOrder":null', '"sortOrder":"Sara"'),
		/facts.sortOrder/,
	],
	['a fact too many', reportWith({}).replace('"facts":{', '"facts":{"name":"Sara",'), /damaged/],
	['a fact too few', reportWith({}).replace('"sortOrder":null,', ''), /facts.sortOrder/],
])('%s is refused in plain words', (_name, text, words) => {
	expect(() => behaviourLike(text)).toThrow(words);
});

it('a report has no place for a text of the tenant: each fact is a known word, a number, or yes or no', () => {
	for (const name of FACT_NAMES) {
		const text = reportWith({}).replace(`"${name}":null`, `"${name}":"Sara Lopez"`);
		expect(() => readReport(text)).toThrow(/damaged/);
	}
});

it('a report that has seen nothing leaves the sandbox as it is', () => {
	const { behaviour, notImitated } = behaviourLike(reportWith({}));
	expect(notImitated).toEqual([]);
	expect({ ...DEFAULT_BEHAVIOUR, ...behaviour }).toEqual(DEFAULT_BEHAVIOUR);
});

it('what no switch can imitate is named', () => {
	const facts: Partial<Facts> = { sincePrecision: 'secondDown', wrongKeyStatus: 403, pageCap: 50 };
	const { behaviour, notImitated } = behaviourLike(reportWith(facts));
	expect(notImitated.sort()).toEqual(['sincePrecision', 'wrongKeyStatus']);
	expect(behaviour).toMatchObject({ pageCap: 50 });
	expect(behaviour).not.toHaveProperty('sincePrecision');
});

it('every point names a cause when nothing was seen, and no title stands twice', () => {
	const points = judge(noFacts()).flatMap((section) => section.points);
	expect(points.every(({ verdict, text }) => verdict === 'not seen' && text.endsWith('.'))).toBe(
		true,
	);
	expect(new Set(points.map(({ id }) => id)).size).toBe(points.length);
	expect(points.every(({ title }) => title.length <= 31)).toBe(true);
});
