import type { Behaviour } from '../behaviour';
import type { Clock } from '../tenant/clock';
import { drawPerson } from '../tenant/people';
import { createRandom, type Random } from '../tenant/random';
import { TITLES } from '../tenant/vocabulary';
import { Records } from './records';
import type { Candidate, Document, Id, Job, Plan, Template } from './types';
import { DEPARTMENTS, QUESTIONS } from './vocabulary';

/** A webhook of PeopleLens: its kind and its data. */
export type Notify = (kind: string, data: Record<string, unknown>) => void;

/** The hiring side of a tenant: who applies for what, and how far they have come. */
export class Hiring {
	readonly candidates = new Records<Candidate>();
	readonly jobs = new Records<Job>();
	readonly templates = new Records<Template>();
	readonly plans = new Records<Plan>();
	readonly documents = new Records<Document>();

	/** Called whenever PeopleLens would send a webhook. */
	notify: Notify = () => {};

	readonly random: Random;

	/** A history of its own: the people and events of the tenant don't depend on it. */
	constructor(
		private readonly behaviour: Behaviour,
		private readonly clock: Clock,
		seed: number,
	) {
		this.random = createRandom(seed + 1_000);
	}

	/** Fills a new tenant. The same seed gives the same. */
	seed({ candidates, jobs }: { candidates: number; jobs: number }): void {
		for (let index = 0; index < jobs; index++) this.addJob();
		for (let index = 0; index < Math.min(3, jobs); index++) this.addTemplate();
		for (let index = 0; index < candidates; index++) this.addCandidate();
	}

	addJob(fields: Partial<Job> = {}): Job {
		const title = fields.title ?? this.random.pick(TITLES);
		return this.jobs.add({
			id: this.#id('job'),
			title,
			description: `We look for a ${title}.`,
			department: this.random.pick(DEPARTMENTS),
			status: 'open',
			created_at: this.#now(),
			...fields,
		});
	}

	/** A candidate with an interview plan; for any job there is, unless `job_id` says otherwise. */
	addCandidate(fields: Partial<Candidate> = {}): Candidate {
		const person = drawPerson(this.random);
		const jobs = this.jobs.all();
		const candidate = this.candidates.add({
			id: this.#id('can'),
			...person,
			email: `candidate${this.candidates.size + 1}@mail.example`,
			phone: null,
			linkedin_url: null,
			status: 'active',
			job_id: jobs.length > 0 ? this.random.pick(jobs).id : null,
			external_id: null,
			metadata: {},
			created_at: this.#now(),
			...fields,
		});
		this.addPlan({ candidate_id: candidate.id, job_id: candidate.job_id });
		return candidate;
	}

	addPlan(fields: Partial<Plan> & Pick<Plan, 'candidate_id'>): Plan {
		const now = this.#now();
		const day = this.clock.now() + 7 * 86_400_000;
		return this.plans.add({
			id: this.#id('plan'),
			job_id: null,
			status: 'active',
			created_at: now,
			updated_at: now,
			steps: [
				{ id: 'step-1', title: 'AI Interview' },
				{ id: 'step-2', title: 'On-site' },
			],
			appointments: [],
			decisions: [],
			link: {
				id: this.#id('link'),
				slug: this.random.uuid().slice(0, 8),
				expires_at: new Date(day).toISOString(),
			},
			...fields,
		});
	}

	addTemplate(fields: Partial<Template> = {}): Template {
		const title = this.random.pick(TITLES);
		return this.templates.add({
			id: this.#id('tpl'),
			title: `Interview for ${title}`,
			description: 'The questions that everybody is asked',
			initial_message: 'Welcome! We will take about half an hour.',
			ending_message: 'Thank you, we will be in touch.',
			structure_template: QUESTIONS.map((text, index) => ({
				id: `q-${index + 1}`,
				text,
				type: 'behavioral',
			})),
			created_at: this.#now(),
			...fields,
		});
	}

	addDocument(candidate_id: Id, file: Partial<Document> & { bytes: Buffer }): Document {
		const id = this.#id('doc');
		const name = file.file_name ?? 'cv.pdf';
		return this.documents.add({
			id,
			candidate_id,
			file_name: name,
			file_path: `candidates/${candidate_id}/${id}/${name}`,
			file_type: 'application/pdf',
			file_size: file.bytes.length,
			token: this.random.uuid(),
			...file,
		});
	}

	/** Permanent: the profile, and what belongs to it. */
	removeCandidate({ id }: Candidate): void {
		this.candidates.remove(id);
		for (const plan of this.plans.all()) if (plan.candidate_id === id) this.plans.remove(plan.id);
		for (const { id: document, candidate_id } of this.documents.all()) {
			if (candidate_id === id) this.documents.remove(document);
		}
	}

	#now(): string {
		return new Date(this.clock.now()).toISOString();
	}

	#id(prefix: string): Id {
		const { hiringIds } = this.behaviour;
		if (hiringIds === 'number') return 10_000_000 + this.random.int(2 ** 50);
		return `${prefix}${hiringIds === 'hyphen' ? '-' : '_'}${this.random.uuid().slice(0, 13)}`;
	}
}
