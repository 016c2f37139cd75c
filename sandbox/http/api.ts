import { applyFault, type Outcome } from '../faults';
import type { World } from '../world';
import { json, refuse, Refusal, type Answer } from './answer';
import type { RecordedRequest } from './recordedRequest';
import { findRoute } from './routes';

/** What becomes of a request to the API: a fault that waited for it, or the right answer. */
export function decide(world: World, recorded: RecordedRequest, query: URLSearchParams): Outcome {
	const { tenant, behaviour } = world;
	const act = () => answerApi(world, recorded, query);
	const fault = world.faults.take(recorded);
	if (!fault) return { kind: 'answer', answer: act() };
	recorded.fault = fault.type;
	return applyFault(fault, act, tenant.clock.now() + behaviour.dateHeaderOffsetMs);
}

/** PeopleLens itself: limit, key, route. */
function answerApi(world: World, recorded: RecordedRequest, query: URLSearchParams): Answer {
	const { tenant, behaviour } = world;
	try {
		world.rateLimit.check(behaviour, tenant.clock.now() + behaviour.dateHeaderOffsetMs);
		const permissions = world.keys.permissionsOf(recorded.headers.authorization);
		const route = findRoute(recorded.method, recorded.path);
		if (!permissions.has(route.permission)) {
			throw new Refusal(403, `This API key does not have the permission ${route.permission}`);
		}
		const { body, file } = recorded;
		const { origin, fileOrigin } = world;
		const places = { origin, fileOrigin };
		return route.answer({ tenant, behaviour, query, id: route.id, body, file, ...places });
	} catch (error) {
		if (error instanceof Refusal) return refuse(error, behaviour);
		return json(500, { message: `The sandbox is broken: ${String(error)}` });
	}
}
