import { createRandom } from '../../../sandbox/tenant/random';

it('draws evenly, and the same from the same seed', () => {
	const [random, again] = [createRandom(7), createRandom(7)];
	const counts = [0, 0, 0, 0];
	for (let draw = 0; draw < 40_000; draw++) {
		const value = random.int(4);
		expect(again.int(4)).toBe(value);
		counts[value]++;
	}
	for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

it('makes identifiers that are valid and all different', () => {
	const random = createRandom(7);
	const made = new Set(Array.from({ length: 50_000 }, () => random.uuid()));
	expect(made.size).toBe(50_000);
	for (const id of made) {
		expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	}
});
