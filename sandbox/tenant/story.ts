import type { AuditLog } from '../../nodes/PeopleLens/api/types';
import { drawPerson } from './people';
import type { Random } from './random';
import type { SandboxUser } from './users';
import {
	REASONS_TO_CLOSE,
	REASONS_TO_DELETE,
	SETTINGS,
	SOURCES,
	STAGES,
	TITLES,
} from './vocabulary';

/** An event without id and time. */
export type Happening = Required<
	Pick<AuditLog, 'action' | 'entity_type' | 'entity_id' | 'user_id' | 'details'>
>;

interface Candidate {
	id: string;
	name: string;
	stage: number;
	job: Job;
}

interface Job {
	id: string;
	title: string;
}

/** What an action is done to: `CANDIDATE_DELETED` to a candidate, `API_KEY_CREATED` to an API key. */
export function entityTypeOf(action: string): string {
	const [first, second] = action.toLowerCase().split('_');
	return first === 'api' ? `${first}_${second}` : first;
}

/** What goes on at a company that hires: each event follows from those before it. */
export class Story {
	#candidates: Candidate[] = [];
	#jobs: Job[] = [];

	constructor(
		private readonly random: Random,
		private readonly users: () => readonly SandboxUser[],
	) {}

	/** The next thing that happens. */
	next(): Happening {
		const { random } = this;
		if (this.#jobs.length < 3) return this.#jobCreated();
		if (this.#candidates.length < 5) return this.#candidateCreated();
		const roll = random.next();
		if (roll < 0.3 && this.users().length > 0) return this.#login();
		if (roll < 0.48) return this.#candidateCreated();
		if (roll < 0.7) return this.#stageChanged();
		if (roll < 0.78) return this.#interviewScheduled();
		if (roll < 0.86) return this.#scorecardGenerated();
		if (roll < 0.92) return this.#candidateDeleted();
		if (roll < 0.94) return this.#jobCreated();
		if (roll < 0.96) return this.#jobClosed();
		if (this.users().length === 0 || roll > 0.985) return this.#administered();
		return roll < 0.975 ? this.#invited() : this.#deactivated();
	}

	#event(
		action: string,
		entity_id: string,
		details: Record<string, unknown>,
		user_id: string | null = this.#someone(),
	): Happening {
		return { action, entity_type: entityTypeOf(action), entity_id, user_id, details };
	}

	/** Now and then nobody: the product itself acts too. */
	#someone(): string | null {
		const users = this.users();
		return users.length === 0 || this.random.chance(0.03) ? null : this.random.pick(users).id;
	}

	#login(): Happening {
		const { id } = this.random.pick(this.users());
		const ip = `198.51.100.${1 + this.random.int(250)}`;
		const method = this.random.pick(['password', 'sso', 'sso']);
		return this.#event('USER_LOGIN', id, { ip, method }, id);
	}

	#jobCreated(): Happening {
		const job = { id: this.random.uuid(), title: this.random.pick(TITLES) };
		this.#jobs.push(job);
		return this.#event('JOB_CREATED', job.id, { title: job.title });
	}

	#jobClosed(): Happening {
		const [job] = this.#jobs.splice(this.random.int(this.#jobs.length), 1);
		const reason = this.random.pick(REASONS_TO_CLOSE);
		return this.#event('JOB_CLOSED', job.id, { title: job.title, reason });
	}

	#candidateCreated(): Happening {
		const { first_name, last_name } = drawPerson(this.random);
		const job = this.random.pick(this.#jobs);
		const candidate = { id: this.random.uuid(), name: `${first_name} ${last_name}`, stage: 0, job };
		this.#candidates.push(candidate);
		// A tenant that runs for months must not grow for ever.
		if (this.#candidates.length > 200) this.#candidates.shift();
		const source = this.random.pick(SOURCES);
		return this.#event('CANDIDATE_CREATED', candidate.id, { ...this.#who(candidate), source });
	}

	#stageChanged(): Happening {
		const candidate = this.random.pick(this.#candidates);
		const from = STAGES[candidate.stage];
		candidate.stage = (candidate.stage + 1) % STAGES.length;
		const change = { from, to: STAGES[candidate.stage] };
		return this.#event('CANDIDATE_STAGE_CHANGED', candidate.id, {
			...this.#who(candidate),
			...change,
		});
	}

	#candidateDeleted(): Happening {
		const [candidate] = this.#candidates.splice(this.random.int(this.#candidates.length), 1);
		const reason = this.random.pick(REASONS_TO_DELETE);
		return this.#event('CANDIDATE_DELETED', candidate.id, { ...this.#who(candidate), reason });
	}

	#interviewScheduled(): Happening {
		const about = this.#who(this.random.pick(this.#candidates));
		const duration_minutes = this.random.pick([30, 45, 60]);
		return this.#event('INTERVIEW_SCHEDULED', this.random.uuid(), { ...about, duration_minutes });
	}

	#scorecardGenerated(): Happening {
		const about = this.#who(this.random.pick(this.#candidates));
		const score = 40 + this.random.int(60);
		return this.#event('SCORECARD_GENERATED', this.random.uuid(), { ...about, score }, null);
	}

	#invited(): Happening {
		const user = this.random.pick(this.users());
		return this.#event('USER_INVITED', user.id, { email: user.email, role: user.role });
	}

	#deactivated(): Happening {
		const { id, email } = this.random.pick(this.users());
		return this.#event('USER_DEACTIVATED', id, { email });
	}

	#administered(): Happening {
		if (this.random.chance(0.4)) {
			const name = this.random.pick(['n8n', 'SIEM', 'payroll', 'reporting']);
			return this.#event('API_KEY_CREATED', this.random.uuid(), { name });
		}
		const setting = this.random.pick(SETTINGS);
		return this.#event('SETTINGS_UPDATED', setting, { setting });
	}

	#who({ id, name, job }: Candidate) {
		return { candidate_id: id, candidate_name: name, job_id: job.id, job_title: job.title };
	}
}
