import type { IDataObject } from 'n8n-workflow';

import { type ListBehaviour, SimulatedList } from '../reader/simulation/list';
import type { Answer, ModelEvent, ModelRequest, Published, World } from './world';

/**
 * ms: how long the first answer of a check takes. The others come at once: so orders that differ only
 * in which of two checks was answered first lead to the same state.
 */
const LATENCY = 400;

/** The action of events with an odd number; the others have the second. */
const ACTIONS = ['CANDIDATE_DELETED', 'USER_LOGIN'] as const;

/** By PeopleLens, and by the trigger: it leaves only actions in capitals to the API. */
export const NARROW = { api: 'CANDIDATE_DELETED', local: 'candidate_deleted' } as const;

const actionOf = (number: number) => ACTIONS[number % 2 === 1 ? 0 : 1];

/** What PeopleLens answers a request at this moment; time goes on by what it takes. */
export function answer(
	world: World,
	{ elsewhere }: Published,
	request: ModelRequest,
	behaviour: ListBehaviour,
	isFirst: boolean,
): Answer {
	const list = new SimulatedList(behaviour);
	const { action, ...page } = request;
	for (const event of elsewhere ? [] : world.events) {
		if (event.removed || (action && action !== actionOf(event.number))) continue;
		const { number, at } = event;
		list.add({
			number,
			at,
			rank: number,
			row: { ...rowOf(event), action: '', details: { number } },
		});
	}
	const { rows, total } = list.answer(page);
	const serverTime = world.now;
	if (isFirst) world.now += LATENCY;
	return {
		now: world.now,
		page: {
			rows: rows.map(({ details }) => details.number),
			...(typeof total === 'number' && { total }),
			serverTime,
		},
	};
}

/** The body of an answer, as the API sends it. */
export function bodyOf({ rows, total }: NonNullable<Answer['page']>, events: ModelEvent[]) {
	const data = rows.map((number) => rowOf(events[number - 1]));
	return { data, ...(total !== undefined && { pagination: { total } }) };
}

function rowOf({ number, at }: ModelEvent): IDataObject {
	return {
		id: `event-${number}`,
		action: actionOf(number),
		entity_type: 'candidate',
		details: { number },
		created_at: new Date(at).toISOString(),
	};
}
