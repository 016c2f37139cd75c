import type { IDataObject } from 'n8n-workflow';

import { excerpt, quoteField, quoteFields } from '../../../domain/excerpt';
import { invalidParameter, isBlank, isMissing } from '../../../parameters/source';
import type { ParameterSource } from '../../../parameters/source';
import { toText } from '../../../parameters/text';
import type { PersonField, ReadField } from './personField';

/**
 * The fields of an item that are understood as a person, and the only place that says so. Systems
 * spell them in many ways, so capitals, spaces, hyphens and underscores don't count: `first_name`
 * is also `firstName`, and the `First Name` of a spreadsheet.
 */
const UNDERSTOOD: Record<PersonField, string> = {
	email: 'email',
	firstName: 'first_name',
	lastName: 'last_name',
	role: 'role',
};

/** What can be missing: then the tenant's default holds. */
const OPTIONAL: PersonField[] = ['role'];

const FIELDS = Object.keys(UNDERSTOOD) as PersonField[];

/** The names by which the items have each field. */
type Columns = Record<PersonField, string[]>;

/** People as the input items themselves say them. */
export interface PeopleInItems {
	/** Reads one item. */
	fieldsOf(item: IDataObject, source: ParameterSource): ReadField;
	/** Which of the items' fields were understood, in words for the user. */
	understood: string;
}

export function openItems(items: IDataObject[]): PeopleInItems {
	const columns = findColumns(items);
	return {
		fieldsOf: (item, source) => (field) => readField(item, field, columns[field], source),
		understood: describe(columns),
	};
}

function findColumns(items: IDataObject[]): Columns {
	const names = new Set<string>();
	for (const item of items) for (const name of Object.keys(item)) names.add(name);
	const columns: Columns = { email: [], firstName: [], lastName: [], role: [] };
	for (const name of names) {
		const field = FIELDS.find((candidate) => bare(UNDERSTOOD[candidate]) === bare(name));
		if (field) columns[field].push(name);
	}
	return columns;
}

/** White space includes the mark that Excel puts at the beginning of a CSV file. */
const bare = (name: string) => name.replace(/[\s_-]/g, '').toLowerCase();

/** @throws NodeOperationError when the item doesn't say it, or says it in two ways */
function readField(
	item: IDataObject,
	field: PersonField,
	columns: string[],
	source: ParameterSource,
): ReturnType<ReadField> {
	const found = columns.filter((name) => Object.hasOwn(item, name));
	const filled = found.filter((name) => !isBlank(item[name]));
	const name = filled.at(0) ?? found.at(0) ?? UNDERSTOOD[field];
	const value = item[name];

	const other = filled.find((candidate) => plain(item[candidate]) !== plain(value));
	if (other !== undefined) {
		const both = `${quoteField(name)} and ${quoteField(other)}`;
		throw unusable(source, `${both} of the item say different things`);
	}
	if (found.length === 0 && !OPTIONAL.includes(field)) {
		const there = quoteFields(Object.keys(item)) || 'no fields';
		throw unusable(source, `'${name}' is missing: the item has ${there}`);
	}
	if (!isMissing(value) && toText(value) === undefined) {
		throw unusable(source, `${quoteField(name)} is not a text, but ${kindOf(value)}`);
	}
	return { name: excerpt(name), value };
}

/** What is left of a text when it is read. */
const plain = (value: unknown) => toText(value)?.trim() ?? value;

function kindOf(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'boolean') return String(value);
	return typeof value === 'number' ? 'a number that is too large' : 'an object';
}

/** A preview is there to be looked at: so it says where everything came from. */
function describe(columns: Columns): string {
	const parts = FIELDS.filter((field) => columns[field].length > 0).map(
		(field) => `${LABELS[field]} from ${columns[field].map(quoteField).join(' or ')}`,
	);
	const read = parts.length > 0 ? parts.join(', ') : 'nothing that is understood';
	const role = columns.role.length > 0 ? '' : " No item has a role, so the tenant's default holds.";
	return `Read from the input items: ${read}.${role}`;
}

const LABELS: Record<PersonField, string> = {
	email: 'email',
	firstName: 'first name',
	lastName: 'last name',
	role: 'role',
};

const unusable = (source: ParameterSource, message: string) =>
	invalidParameter(
		source,
		message,
		"Correct the items, or choose 'Fields Below' in 'People' and map their fields there.",
	);
