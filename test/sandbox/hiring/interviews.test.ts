import { openHiring, stop, type OpenHiring } from './open';

let tenant: OpenHiring;
let plan: string;
const open = async (...args: Parameters<typeof openHiring>) => {
	tenant = await openHiring(...args);
	plan = `/api/v1/interviews/${tenant.plan.id}`;
};
afterEach(async () => await stop(tenant.sandbox));

const START = { start_time: '2026-03-01T09:00:00.000Z' };
const appointment = () => ({
	...{ step_id: 'step-1', interviewer_id: tenant.sandbox.tenant.users[0].id },
	...START,
});

it('the sandbox makes a calendar event each time that it is asked for one', async () => {
	await open();
	const first = await tenant.send(`POST ${plan}/schedule`, appointment());
	expect(first.json).toEqual({ success: true, meetLink: expect.stringMatching(/^https:/) });
	await tenant.send(`POST ${plan}/schedule`, appointment());
	expect(tenant.plan.appointments).toHaveLength(2);
});

it.each([
	['without a step', { step_id: undefined }],
	['with a step of another plan', { step_id: 'step-9' }],
	['with an interviewer who is no user', { interviewer_id: 'usr-x' }],
	['with a time without a zone', { start_time: '2026-03-01T09:00:00' }],
	['with a field that the reference does not name', { room: '1' }],
])('schedules nothing %s', async (_, change) => {
	await open();
	const reply = await tenant.send(`POST ${plan}/schedule`, { ...appointment(), ...change });
	expect(reply.status).toBe(422);
	expect(tenant.plan.appointments).toEqual([]);
});

it('the sandbox lists the links that are active and unused', async () => {
	await open();
	const links = async (query = '') =>
		(
			(await tenant.send(`GET /api/v1/interviews/booking-links${query}`)).json as {
				booking_links: [];
			}
		).booking_links;
	expect(await links()).toMatchObject([{ candidate_id: 'can-ada', step_id: 'step-1' }]);
	expect(await links('?candidate_id=can-x')).toEqual([]);
	await tenant.send(`POST ${plan}/schedule`, appointment());
	expect(await links()).toEqual([]);
});

it.each([
	['success', 200, 1],
	[204, 204, 1],
	['failure', 200, 0],
] as const)('takes a decision and answers: %s', async (actionAnswer, status, count) => {
	await open({ actionAnswer });
	const events: string[] = [];
	tenant.hiring.notify = (kind) => events.push(kind);
	const reply = await tenant.send(`POST ${plan}/decision`, { status: 'advance', notes: 'Good' });
	expect(reply.status).toBe(status);
	expect(tenant.plan.decisions).toHaveLength(count);
	// Both of them start whoever listens, even if that is who decided.
	expect(events).toEqual(count ? ['interview.decision', 'candidate.stage_changed'] : []);
});

it.each([
	['ready', 200, 85],
	['pending', 200, undefined],
	[404, 404, undefined],
	[202, 202, undefined],
] as const)('answers a scorecard: %s', async (scorecardAnswer, status, score) => {
	await open({ scorecardAnswer });
	const reply = await tenant.send(`GET ${plan}/scorecard`);
	expect(reply.status).toBe(status);
	if (status !== 200) return;
	const body = reply.json as {
		assessments: Array<{ scorecard: { overall_score: number } | null }>;
	};
	expect(body.assessments[0].scorecard?.overall_score).toBe(score);
	expect(body).toMatchObject({ id: tenant.plan.id, candidate: { id: 'can-ada' } });
});
