import fc from 'fast-check';
import type { AuditLog } from '../../../nodes/PeopleLens/api/types';
import { createBehaviour } from '../../../sandbox/behaviourRules';
import { AuditTrail, type NewEntry } from '../../../sandbox/tenant/auditTrail';
import { computingTime } from '../../support/eventLoop';

const ACTIONS = ['A', 'B', undefined];

const step = fc.oneof(
	fc.record({
		add: fc.array(fc.record({ at: fc.nat(40), late: fc.nat(2), action: fc.nat(2) }), {
			maxLength: 70,
		}),
	}),
	fc.record({ remove: fc.nat(10) }),
	fc.record({ wait: fc.nat(2) }),
);

const query = fc.record({
	action: fc.nat(2),
	since: fc.option(fc.nat(45)),
	inclusive: fc.boolean(),
	order: fc.constantFrom('newest' as const, 'oldest' as const, 'arbitrary-stable' as const),
	limit: fc.integer({ min: 1, max: 40 }),
	offset: fc.nat(60),
});

it('an audit trail answers every page as a plain filter, sort and slice over all rows would', () => {
	fc.assert(
		fc.property(
			fc.array(step, { maxLength: 8 }),
			fc.array(query, { maxLength: 6 }),
			(steps, queries) => {
				let elapsed = 0;
				let sequence = 0;
				let all: NewEntry[] = [];
				const trail = new AuditTrail(() => elapsed);
				const oldestFirst = (a: NewEntry, b: NewEntry) => a.at - b.at || a.sequence - b.sequence;

				const check = () => {
					for (const { action, since, inclusive, order, limit, offset } of queries) {
						const from = since === null ? -Infinity : since + (inclusive ? 0 : 1);
						const chosen = all.filter(
							({ row, at, visibleAt }) =>
								visibleAt <= elapsed &&
								at >= from &&
								(ACTIONS[action] === undefined || row.action === ACTIONS[action]),
						);
						chosen.sort(
							order === 'arbitrary-stable' ? (a, b) => a.shuffle - b.shuffle : oldestFirst,
						);
						if (order === 'newest') chosen.reverse();
						const page = trail.page(
							{ action: ACTIONS[action], since: since ?? undefined, limit, offset },
							createBehaviour({ sortOrder: order, sinceInclusive: inclusive }),
						);
						const rows = chosen.slice(offset, offset + limit).map(({ row }) => row);
						expect(page).toEqual({ rows, total: chosen.length });
					}
				};

				for (const next of steps) {
					if ('wait' in next) elapsed += next.wait;
					else if ('remove' in next) {
						all.sort(oldestFirst);
						// The visible ones go first: what nobody has seen is not old yet.
						const visible = all.filter(({ visibleAt }) => visibleAt <= elapsed);
						const gone = new Set(visible.slice(0, next.remove));
						all = all.filter((entry) => !gone.has(entry));
						expect(trail.removeOldest(next.remove)).toBe(gone.size);
					} else {
						const entries = next.add.map(({ at, late, action }) => {
							const row: AuditLog = { id: String(sequence), action: ACTIONS[action] ?? 'C' };
							const shuffle = (sequence * 7919) % 1009;
							return { row, at, sequence: sequence++, shuffle, visibleAt: elapsed + late };
						});
						all.push(...entries);
						trail.add(entries);
					}
					check();
				}
			},
		),
		{ seed: 20260301, numRuns: 300 },
	);
});

it('an audit trail serves a page out of 100,000 within a millisecond or two', () => {
	const trail = new AuditTrail(() => 0);
	const entries = Array.from({ length: 100_000 }, (_, sequence) => ({
		row: { id: String(sequence), action: sequence % 8 === 0 ? 'A' : 'B' },
		at: Math.floor(sequence / 3),
		sequence,
		shuffle: (sequence * 7919) % 100_003,
		visibleAt: 0,
	}));
	trail.add(entries);
	for (const sortOrder of ['newest', 'oldest', 'arbitrary-stable'] as const) {
		const behaviour = createBehaviour({ sortOrder });
		trail.page({ limit: 100, offset: 0 }, behaviour);
		const readPages = () => {
			for (let offset = 0; offset < 10_000; offset += 100) {
				trail.page({ action: 'A', since: 10, limit: 100, offset }, behaviour);
				trail.page({ since: 10, limit: 100, offset: offset * 9 }, behaviour);
			}
		};
		// 200 pages; far above what is measured.
		expect(computingTime(readPages) / 200).toBeLessThan(5);
	}
});
