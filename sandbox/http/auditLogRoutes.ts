import { json, type Answer } from './answer';
import type { Behaviour } from '../behaviour';
import { Parameters } from './parameters';
import type { Call } from './call';

export function listAuditLogs({ query, tenant, behaviour }: Call): Answer {
	const parameters = new Parameters(query, ['action', 'since', 'limit', 'offset'], behaviour);
	const action = parameters.text('action');
	const since = parameters.timestamp('since');
	const asked = parameters.count('limit', 1, 100) ?? behaviour.defaultLimit;
	const offset = parameters.count('offset', 0, Infinity) ?? 0;
	const limit = Math.min(asked, behaviour.pageCap ?? asked);

	const { rows, total } = tenant.trail.page({ action, since, limit, offset }, behaviour);
	const pagination = {
		total: told(total, tenant.trail.count(), behaviour),
		limit: behaviour.echoedLimit === 'asked' ? asked : limit,
		offset,
	};
	// The list changes after this page was read and before the next one is asked for.
	if (behaviour.insertDuringPage > 0) tenant.addEvents(behaviour.insertDuringPage);
	if (behaviour.removeDuringPage > 0) tenant.removeOldest(behaviour.removeDuringPage);
	return json(
		200,
		behaviour.total === 'noPagination' ? { data: rows } : { data: rows, pagination },
	);
}

export function told(total: number, unfiltered: number, behaviour: Behaviour): number | undefined {
	switch (behaviour.total) {
		case 'wrong':
			return Math.floor(total / 2);
		case 'tooHigh':
			return total * 2 + 10;
		case 'unfiltered':
			return unfiltered;
		case 'missing':
			return undefined;
		default:
			return total;
	}
}
