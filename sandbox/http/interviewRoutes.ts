import type { Plan } from '../hiring/types';
import { empty, json, Refusal, type Answer } from './answer';
import { Body } from './body';
import { required, wholeList } from './hiringLists';
import { readFields } from './hiringFields';
import { Parameters } from './parameters';
import type { Call } from './call';

export function listBookingLinks({ query, tenant, behaviour, origin }: Call): Answer {
	const candidate = new Parameters(query, ['candidate_id'], behaviour).text('candidate_id');
	const rows = tenant.hiring.plans
		.all()
		.filter((plan) => candidate === undefined || String(plan.candidate_id) === candidate)
		.flatMap(({ candidate_id, steps, link }) => {
			if (link === null || Date.parse(link.expires_at) < tenant.clock.now()) return [];
			const { id, slug, expires_at } = link;
			const step_id = steps[0]?.id ?? null;
			return [{ id, slug, url: `${origin}/book/${slug}`, candidate_id, step_id, expires_at }];
		});
	return wholeList(rows, 'booking_links', behaviour);
}

/** Makes a calendar event, as often as it is asked for. */
export function scheduleInterview(call: Call): Answer {
	const { body, tenant, behaviour } = call;
	const plan = planOf(call);
	const kinds = {
		...({ step_id: '*text', interviewer_id: '*text', start_time: '*time' } as const),
		...({ end_time: 'time', title: 'text', description: 'text' } as const),
	};
	const appointment: Record<string, unknown> = readFields(Body.parse(body), kinds, behaviour);
	const invalid = (message: string) => new Refusal(behaviour.invalidStatus, message);
	if (!plan.steps.some(({ id }) => id === appointment.step_id)) throw invalid('No such step');
	if (!tenant.people.get(String(appointment.interviewer_id))) throw invalid('No such interviewer');
	plan.appointments.push(appointment);
	plan.link = null;
	const { step_id, interviewer_id, start_time } = appointment;
	const details = { step_id, interviewer_id, start_time };
	tenant.hiring.notify('interview.scheduled', { ...about(plan), ...details });
	return json(200, {
		success: true,
		meetLink: `https://meet.example/${plan.id}-${plan.appointments.length}`,
	});
}

/** May move the candidate on; causes two webhooks. */
export function decideInterview(call: Call): Answer {
	const { body, tenant, behaviour } = call;
	const plan = planOf(call);
	const kinds = { status: '*text', notes: 'text' } as const;
	const decision: Partial<Plan['decisions'][number]> = readFields(
		Body.parse(body),
		kinds,
		behaviour,
	);
	if (behaviour.actionAnswer === 'failure') return json(200, { success: false });
	const { status = '', notes } = decision;
	plan.decisions.push({ status, ...(notes !== undefined && { notes }) });
	plan.status = status;
	plan.updated_at = new Date(tenant.clock.now()).toISOString();
	tenant.hiring.notify('interview.decision', { ...about(plan), status });
	tenant.hiring.notify('candidate.stage_changed', {
		...{ candidate_id: plan.candidate_id, job_id: plan.job_id },
		...{ from_stage: 'AI Interview', to_stage: 'On-site' },
	});
	if (behaviour.actionAnswer === 'success') return json(200, { success: true });
	return empty(behaviour.actionAnswer);
}

export function getScorecard(call: Call): Answer {
	const { tenant, behaviour } = call;
	const plan = planOf(call);
	const { hiring } = tenant;
	if (behaviour.scorecardAnswer === 404) throw new Refusal(404, 'There is no scorecard yet');
	if (behaviour.scorecardAnswer === 202)
		return json(202, { message: 'The scorecard is being made' });
	const candidate = hiring.candidates.get(String(plan.candidate_id));
	const job = hiring.jobs.get(String(plan.job_id));
	const isReady = behaviour.scorecardAnswer === 'ready';
	return json(200, {
		...{ id: plan.id, status: plan.status },
		...{ created_at: plan.created_at, updated_at: plan.updated_at },
		job: job ? { id: job.id, title: job.title, department: job.department } : null,
		candidate: candidate && {
			...{ id: candidate.id, first_name: candidate.first_name },
			...{ last_name: candidate.last_name, email: candidate.email },
		},
		assessments: plan.steps.map(({ id, title }, order) => ({
			...{ step_id: id, title, order, status: isReady ? 'completed' : 'pending' },
			scorecard: isReady ? SCORECARD : null,
		})),
	});
}

const SCORECARD = {
	overall_score: 85,
	recommendation: 'strong_hire',
	executive_summary: 'Thinks clearly, and says what she does not know.',
	strengths: ['Structured', 'Curious'],
	weaknesses: ['Little experience with large teams'],
	criteria: [
		{ name: 'Problem solving', score: 90 },
		{ name: 'Communication', score: 80 },
	],
	detailed_analysis: { depth: 'good' },
	assessed_at: '2026-02-25T14:15:00.000Z',
};

const about = ({ id, candidate_id }: Plan) => ({ plan_id: id, candidate_id });

function planOf({ tenant, id }: Call): Plan {
	return required(tenant.hiring.plans.get(id), 'interview plan', id);
}
