import { createRandom } from '../../../sandbox/tenant/random';

it('a source of chance draws evenly, and the same from the same seed', () => {
	const [random, again] = [createRandom(7), createRandom(7)];
	const counts = [0, 0, 0, 0];
	const values = Array.from({ length: 40_000 }, () => random.int(4));
	for (const value of values) counts[value]++;
	expect(values.filter((value) => again.int(4) !== value)).toEqual([]);
	for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

it('a source of chance makes identifiers that are valid and all different', () => {
	const random = createRandom(7);
	const made = new Set(Array.from({ length: 50_000 }, () => random.uuid()));
	expect(made.size).toBe(50_000);
	const valid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
	expect([...made].filter((id) => !valid.test(id))).toEqual([]);
});
