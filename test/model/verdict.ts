import type { World } from './world';

export type Violation = 'missed' | 'repeated' | 'delivered, though older' | 'not oldest first';

export interface Finding {
	violation: Violation;
	event: number;
}

/** What the executions so far accuse the trigger of. */
export function judge({ events, delivered }: World): Finding[] {
	return events.flatMap(({ number, wanted }): Finding[] => {
		const times = delivered[number] ?? 0;
		if (times > 1) return [{ violation: 'repeated', event: number }];
		if (times > 0 && wanted === 'no')
			return [{ violation: 'delivered, though older', event: number }];
		return [];
	});
}

/** The same when everything has calmed down: what has not come by then never comes. */
export const judgeInTheEnd = (world: World): Finding[] => [
	...judge(world),
	...world.events
		.filter(({ number, wanted }) => wanted === 'yes' && !world.delivered[number])
		.map(({ number }): Finding => ({ violation: 'missed', event: number })),
];
