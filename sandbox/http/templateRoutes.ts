import { json, type Answer } from './answer';
import { Body } from './body';
import { answerList, oneRecord, required } from './hiringLists';
import { readFields } from './hiringFields';
import { QUESTIONS } from '../hiring/vocabulary';
import type { Call } from './call';

const NAMES = { many: 'templates', one: 'template' };

export function listTemplates(call: Call): Answer {
	const { tenant, behaviour } = call;
	return answerList(call, NAMES, [], () =>
		tenant.hiring.templates.all().map(({ id, title, description, created_at }) => ({
			...{ id, title, description },
			...(behaviour.listedCreatedAt && { created_at }),
		})),
	);
}

export function getTemplate({ tenant, behaviour, id }: Call): Answer {
	const template = required(tenant.hiring.templates.get(id), 'template', id);
	return json(200, oneRecord(template, NAMES, behaviour));
}

/** Suggests, and saves nothing. */
export function generateTemplate({ body, behaviour }: Call): Answer {
	const { job_description } = readFields(Body.parse(body), { job_description: '*text' }, behaviour);
	return json(200, {
		job_description_received: job_description,
		suggestions: {
			...{ title: 'Suggested interview', avatar_id: 'avatar-1', language: 'en' },
			questions: QUESTIONS.map((text) => ({
				...{ text, behavioral_intent: 'Shows how the person works' },
				expected_answer: 'An example from their own work',
			})),
		},
	});
}
