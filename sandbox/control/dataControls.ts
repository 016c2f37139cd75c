import { Refusal } from '../http/answer';
import type { Body } from '../http/body';
import type { NewEvent } from '../tenant/tenant';
import type { Controls } from './controls';

export const dataControls: Controls = {
	'GET /sandbox/events': {
		about:
			'Every event, oldest first, invisible ones too; ?since=<ISO 8601>: created then or later',
		answer({ tenant }, _body, { since = '' }) {
			return { data: tenant.auditLogs.filter((row) => (row.created_at ?? '') >= since) };
		},
	},
	'POST /sandbox/events': {
		about:
			'Writes events: {"events": [{"action": "JOB_CLOSED", "created_at": "…"}]}, what is missing ' +
			'is made up; or {"count": 50, "spreadMs": 60000}: so many over the last minute; ' +
			'"visibleInMs" hides them for a while',
		answer({ tenant }, body) {
			const events = body.objects('events') ?? spread(body, tenant.clock.now());
			return { data: tenant.addEvents(events, body.number('visibleInMs')) };
		},
	},
	'DELETE /sandbox/events': {
		about: 'Retention removes the ?oldest=<count>',
		answer({ tenant }, _body, { oldest }) {
			return { removed: tenant.removeOldest(count(Number(oldest), 'oldest')) };
		},
	},
	'GET /sandbox/users': {
		about: 'Everybody, with "state": invited, active or deactivated',
		answer: ({ tenant }) => ({ data: tenant.users }),
	},
	'POST /sandbox/users': {
		about: 'Adds users: {"users": [{"email": "…", "role": "Recruiter"}]} or {"count": 50}',
		answer({ tenant }, body) {
			const users = body.objects('users') ?? blank(body);
			return { data: users.map((user) => tenant.addUser(user)) };
		},
	},
};

function blank(body: Body): object[] {
	return Array.from({ length: count(body.number('count') ?? 1, 'count') }, () => ({}));
}

/** Events evenly over the last `spreadMs`, the newest one now. */
function spread(body: Body, now: number): NewEvent[] {
	const events = blank(body);
	const step = (body.number('spreadMs') ?? 0) / events.length;
	return events.map((_event, index) => ({
		created_at: new Date(now - step * (events.length - 1 - index)).toISOString(),
	}));
}

function count(value: number, name: string): number {
	if (Number.isInteger(value) && value >= 0) return value;
	throw new Refusal(400, `"${name}" must be a whole number`);
}
