import { requireEmail } from '../../../parameters/email';
import { isExpression } from '../../../parameters/origin';
import { optionalRole } from '../../../parameters/role';
import type { ParameterSource } from '../../../parameters/source';
import { optionalText, requireText } from '../../../parameters/text';
import type { WantedPerson } from '../../../sync/types';
import type { Run } from '../../types';
import { guardInvitation } from '../administrators';
import { openItems } from './peopleInItems';
import type { PersonField, ReadField } from './personField';
import { chosenSource } from './settings';

/** The list of people that all input items make together. */
export interface PeopleList {
	people: WantedPerson[];
	/** How the items were understood, where that was for the node to find out. */
	understood?: string;
}

/** @throws NodeOperationError when it is not clear where the people come from */
export function readPeople(run: Run): PeopleList {
	const { context } = run;
	const items = context.getInputData();
	const isFromItems = chosenSource(run) === 'input';
	const isRoleFilledIn = isFromItems || isExpression(run, 'role');
	const toPeople = (fieldsOf: (itemIndex: number, source: ParameterSource) => ReadField) =>
		items.map((_, itemIndex) => {
			const source = { context, itemIndex };
			return readPerson(source, itemIndex, fieldsOf(itemIndex, source), isRoleFilledIn);
		});

	if (!isFromItems) {
		return { people: toPeople((itemIndex) => fieldsOfPanel(context, itemIndex)) };
	}
	const { fieldsOf, understood } = openItems(items.map(({ json }) => json));
	return { people: toPeople((index, source) => fieldsOf(items[index].json, source)), understood };
}

const PANEL_NAMES: Record<PersonField, string> = {
	email: 'Email',
	firstName: 'First Name',
	lastName: 'Last Name',
	role: 'Role',
};

/**
 * Resolving an expression is what costs most in a sync: so each is asked for once, and n8n need not
 * look up the field's type, which makes no difference to a text.
 */
const fieldsOfPanel =
	(context: Run['context'], itemIndex: number): ReadField =>
	(field) => ({
		name: PANEL_NAMES[field],
		value: context.getNodeParameter(field, itemIndex, undefined, { skipValidation: true }),
	});

/** What can't be used is noted and stops nothing: the others on the list have no part in it. */
function readPerson(
	source: ParameterSource,
	item: number,
	fieldOf: ReadField,
	isRoleFilledIn: boolean,
): WantedPerson {
	const problems: string[] = [];
	const read = (
		field: PersonField,
		check: (source: ParameterSource, value: unknown, name: string) => string | undefined,
	): string | undefined => {
		try {
			const { name, value } = fieldOf(field);
			return check(source, value, name);
		} catch (thrown) {
			problems.push(thrown instanceof Error ? thrown.message : String(thrown));
			return undefined;
		}
	};

	const email = read('email', requireEmail);
	const firstName = read('firstName', requireText) ?? '';
	const lastName = read('lastName', requireText) ?? '';
	// As it is written, even if PeopleLens has no such role: then somebody's role differs from it.
	let role: string | undefined;
	read('role', (_, value, name) => {
		role = optionalText(source, value, name) || undefined;
		guardInvitation(source, role, isRoleFilledIn, name);
		return optionalRole(source, role, name);
	});
	return { item, email, firstName, lastName, role, problem: problems.join('; ') || undefined };
}
