import type { Fault } from '../fault';
import type { FaultOptions } from '../faults';
import { Refusal } from '../http/answer';
import { Body } from '../http/body';
import type { Controls } from './controls';

export const faultControls: Controls = {
	'POST /sandbox/faults': {
		about:
			'Queues a fault: {"fault": {"type": "status", "status": 503}, "times": 3, "after": 0, ' +
			'"chance": 1, "match": {"method": "GET", "path": "/api/v1/users"}}; "times": null = ' +
			'until deleted; "path" is how the path begins',
		answer({ faults }, body) {
			faults.inject(readFault(Body.from(body.get('fault'), '"fault"')), readOptions(body));
			return { queued: true };
		},
	},
	'DELETE /sandbox/faults': {
		about: 'Forgets all faults',
		answer({ faults }) {
			faults.clear();
			return { queued: false };
		},
	},
};

/** What a fault must carry, by its type. */
const NEEDED: Record<Fault['type'], (fault: Body) => boolean> = {
	status: (fault) => Number.isInteger(fault.number('status')),
	unread: (fault) => Number.isInteger(fault.number('status')),
	html: () => true,
	truncated: () => true,
	wrongShape: () => true,
	empty: () => true,
	hang: () => true,
	drop: () => true,
	trickle: (fault) => ['headers', 'body'].includes(fault.text('part') ?? ''),
	oversize: (fault) => (fault.number('megabytes') ?? 1) > 0,
	redirect: (fault) => fault.text('to') !== undefined,
};

function readFault(body: Body): Fault {
	const fault = body.all();
	if (!isFault(fault)) {
		const types = Object.keys(NEEDED).join(', ');
		throw new Refusal(400, `No such fault; "type" is one of ${types}; see sandbox/fault.ts`);
	}
	return fault;
}

function isFault(fault: object): fault is Fault {
	if (!('type' in fault) || typeof fault.type !== 'string') return false;
	const needed = Object.entries(NEEDED).find(([type]) => type === fault.type);
	return needed !== undefined && needed[1](Body.from(fault, '"fault"'));
}

function readOptions(body: Body): FaultOptions {
	const match = Body.from(body.get('match') ?? {}, '"match"');
	const method = match.text('method');
	const path = match.text('path') ?? '';
	return {
		times: body.get('times') === null ? Infinity : body.number('times'),
		after: body.number('after'),
		chance: body.number('chance'),
		match: (request) =>
			(method === undefined || method === request.method) && request.path.startsWith(path),
	};
}
