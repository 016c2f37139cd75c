import type { Random } from '../tenant/random';

export type JsonObject = Record<string, unknown>;

/** A webhook's body before it is signed. */
export interface WebhookBody {
	event: string;
	timestamp: string;
	data: JsonObject;
}

const STAGES = ['Applied', 'Screening', 'AI Interview', 'On-site', 'Offer'];
const TITLES = ['Backend Engineer', 'Account Executive', 'Data Analyst', 'Product Designer'];

/**
 * `data` of each kind of event. The vendor's reference shows one payload only, that of
 * `scorecard.generated`; all others are made up here, as thin as that one.
 */
const PAYLOADS: Record<string, (random: Random, now: number) => JsonObject> = {
	'candidate.created': (random) => ({ ...candidate(random), status: 'active' }),
	'candidate.updated': (random) => ({ ...candidate(random), updated_fields: ['phone'] }),
	'candidate.deleted': (random) => candidate(random),
	'candidate.stage_changed': (random) => {
		const from = random.int(STAGES.length - 1);
		return { ...candidate(random), from_stage: STAGES[from], to_stage: STAGES[from + 1] };
	},
	'candidate.status_changed': (random) => ({
		...candidate(random),
		from_status: 'active',
		to_status: random.pick(['hired', 'rejected', 'archived']),
	}),
	'job.created': (random) => ({ ...job(random), status: 'open' }),
	'job.updated': (random) => ({ ...job(random), updated_fields: ['description'] }),
	'job.closed': (random) => ({ ...job(random), status: 'closed' }),
	'interview.invited': (random) => ({
		...interview(random),
		booking_url: `https://yourapp.example/book/${id(random, 'slug')}`,
	}),
	'interview.scheduled': (random, now) => ({
		...interview(random),
		interviewer_id: id(random, 'usr'),
		start_time: new Date(now + 86_400_000).toISOString(),
	}),
	'interview.decision': (random) => ({
		...interview(random),
		status: random.pick(['advance', 'reject']),
	}),
	'interview.human_scored': (random) => ({
		...interview(random),
		interviewer_id: id(random, 'usr'),
		overall_score: 50 + random.int(50),
	}),
	'scorecard.generated': (random) => {
		const { plan_id, candidate_id } = interview(random);
		return {
			plan_id,
			candidate_id,
			overall_score: 50 + random.int(50),
			recommendation: random.pick(['strong_hire', 'hire', 'no_hire']),
			scorecard_url: `https://yourapp.example/api/v1/interviews/${plan_id}/scorecard`,
		};
	},
};

export const EVENT_KINDS = Object.keys(PAYLOADS).sort();

/**
 * A plausible event.
 * @param changes fields of `data` that are not to be made up
 * @param at its timestamp, ms since the epoch
 */
export function createBody(
	kind: string,
	random: Random,
	at: number,
	changes: JsonObject = {},
): WebhookBody {
	const data = { ...PAYLOADS[kind]?.(random, at), ...changes };
	return { event: kind, timestamp: new Date(at).toISOString(), data };
}

const id = (random: Random, prefix: string) => `${prefix}_${random.uuid().slice(0, 13)}`;

const candidate = (random: Random) => ({
	candidate_id: id(random, 'can'),
	job_id: id(random, 'job'),
});

const job = (random: Random) => ({ job_id: id(random, 'job'), title: random.pick(TITLES) });

const interview = (random: Random) => ({
	plan_id: id(random, 'plan'),
	candidate_id: id(random, 'can'),
	step_id: id(random, 'step'),
});
