import { timeOf } from '../../../nodes/PeopleLens/reader/timestamp';
import type { Facts } from '../../../sandbox/tenantReport/facts';

export { timeOf };

type Form = NonNullable<Facts['createdAt']>;

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

/** What the package can't read is `other`, and nothing else is. */
function formOf(value: unknown): Form {
	if (timeOf(value) === undefined) return 'other';
	if (typeof value !== 'string' || /^[\d.]+$/.test(value)) return 'epoch';
	if (/T.*\.\d{3}Z$/.test(value)) return 'utcMilliseconds';
	if (/(Z|UTC|GMT)$/i.test(value)) return 'utc';
	return /[+-]\d\d(:?\d\d)?$/.test(value.slice(11)) ? 'offset' : 'noZone';
}

/** The same moment in ISO 8601, as a query names it, with all the digits that PeopleLens wrote. */
export function isoOf(createdAt: unknown, time: number): string {
	const form = formOf(createdAt);
	if (typeof createdAt !== 'string' || form === 'epoch') return new Date(time).toISOString();
	const text = createdAt.replace(/^(.{10}) /, '$1T').replace(',', '.');
	if (form === 'noZone') return `${text}Z`;
	if (form !== 'offset') return text.replace(/ ?(Z|UTC|GMT)$/i, 'Z');
	return text.replace(
		/ ?([+-]\d\d)(:?\d\d)?$/,
		(_zone, hours, minutes = ':00') => `${hours}${minutes}`,
	);
}
