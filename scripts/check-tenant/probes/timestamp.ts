import type { Facts } from '../../../sandbox/tenantReport/facts';

const ISO_8601 = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?$/i;

type Form = NonNullable<Facts['createdAt']>;

/** @returns ms since the epoch; undefined for anything that is not an ISO 8601 moment. No zone means UTC. */
export function timeOf(createdAt: unknown): number | undefined {
	const text = typeof createdAt === 'string' && createdAt.length < 64 ? createdAt : '';
	const parts = ISO_8601.exec(text.replace(' ', 'T'));
	if (!parts) return undefined;
	const time = Date.parse(`${parts[1]}T${parts[2]}${parts[3] ?? 'Z'}`);
	return Number.isNaN(time) ? undefined : time;
}

/** How dates are written, in the whole list. Null for a list without rows. */
export function timestampForm(values: unknown[]): Form | null {
	const forms = new Set(values.map(formOf));
	const [form] = forms;
	return forms.size > 1 ? mixedForm(forms) : (form ?? null);
}

/** A server that leaves out zeros at the end writes the same form with fewer digits now and then. */
function mixedForm(forms: Set<Form>): Form {
	return [...forms].every((form) => form.startsWith('utc')) ? 'utc' : 'mixed';
}

function formOf(value: unknown): Form {
	if (typeof value === 'number' || (typeof value === 'string' && /^\d{10,17}$/.test(value))) {
		return 'epoch';
	}
	if (typeof value !== 'string' || timeOf(value) === undefined || value.includes(' '))
		return 'other';
	if (/\.\d{3}Z$/.test(value)) return 'utcMilliseconds';
	if (/Z$/i.test(value)) return 'utc';
	return /[+-]\d\d:?\d\d$/.test(value.slice(11)) ? 'offset' : 'noZone';
}
