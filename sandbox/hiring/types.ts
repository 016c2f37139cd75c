/** The records of hiring, as a tenant keeps them. What the API shows of them is up to the routes. */

export type Id = string | number;

export interface Job {
	id: Id;
	title: string;
	description: string;
	department: string;
	status: string;
	created_at: string;
}

export interface Candidate {
	id: Id;
	first_name: string;
	last_name: string;
	email: string;
	phone: string | null;
	linkedin_url: string | null;
	status: string;
	job_id: Id | null;
	external_id: string | null;
	metadata: Record<string, unknown>;
	created_at: string;
}

export interface Document {
	id: Id;
	candidate_id: Id;
	file_name: string;
	file_path: string;
	file_type: string;
	file_size: number;
	/** Where the file host has it. */
	token: string;
	bytes: Buffer;
}

export interface Template {
	id: Id;
	title: string;
	description: string;
	initial_message: string;
	ending_message: string;
	structure_template: Array<{ id: string; text: string; type: string }>;
	created_at: string;
}

/** One candidate's interviews for one job. */
export interface Plan {
	id: Id;
	candidate_id: Id;
	job_id: Id | null;
	status: string;
	created_at: string;
	updated_at: string;
	steps: Array<{ id: string; title: string }>;
	/** One for each time that somebody was given an appointment. */
	appointments: Array<Record<string, unknown>>;
	decisions: Array<{ status: string; notes?: string }>;
	/** The link by which the candidate chooses a time; gone when it was used. */
	link: { id: Id; slug: string; expires_at: string } | null;
}
