/** The words that a hiring company's events are made of. */
export const STAGES = ['Applied', 'Screening', 'Interview', 'Offer', 'Hired'];
export const TITLES = [
	'Account Executive',
	'Backend Engineer',
	'Data Analyst',
	'Finance Controller',
	'Nurse Practitioner',
	'People Partner',
	'Product Designer',
	'Site Reliability Engineer',
	'Support Specialist',
	'Warehouse Lead',
];
export const SOURCES = ['careers page', 'referral', 'job board', 'agency', 'CSV import'];
export const SETTINGS = ['retention_days', 'sso_required', 'scorecard_template', 'default_role'];
export const REASONS_TO_CLOSE = ['filled', 'budget', 'on hold'];
export const REASONS_TO_DELETE = ['GDPR request', 'duplicate', 'withdrawn'];
