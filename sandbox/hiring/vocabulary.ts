/** The words that a hiring company's records are made of. */
export const DEPARTMENTS = ['Engineering', 'Finance', 'Operations', 'People', 'Sales'];

export const QUESTIONS = [
	'Tell me about a project that you are proud of.',
	'When did you last change your mind about something, and why?',
	'How do you decide what to do first?',
];

export const SKILLS = ['TypeScript', 'SQL', 'Negotiation', 'Bookkeeping', 'Patient care'];
