import { requireEmail } from '../../../parameters/email';
import { optionalRole } from '../../../parameters/role';
import { optionalText, requireText } from '../../../parameters/text';
import type { WantedPerson } from '../../../sync/types';
import type { Run } from '../../types';

/** The list of people that all input items make together. */
export function readPeople({ context }: Run): WantedPerson[] {
	return context.getInputData().map((_, item) => readPerson(context, item));
}

/** What can't be used is noted and stops nothing: the others on the list have no part in it. */
function readPerson(context: Run['context'], item: number): WantedPerson {
	const source = { context, itemIndex: item };
	const problems: string[] = [];
	const read = <T>(name: string, check: (value: unknown) => T): T | undefined => {
		try {
			return check(context.getNodeParameter(name, item));
		} catch (thrown) {
			problems.push(thrown instanceof Error ? thrown.message : String(thrown));
			return undefined;
		}
	};

	const email = read('email', (value) => requireEmail(source, value, 'Email'));
	const firstName = read('firstName', (value) => requireText(source, value, 'First Name')) ?? '';
	const lastName = read('lastName', (value) => requireText(source, value, 'Last Name')) ?? '';
	// As it is written, even if PeopleLens has no such role: then somebody's role differs from it.
	const role = read('role', (value) => optionalText(source, value, 'Role')) || undefined;
	if (role !== undefined) read('role', (value) => optionalRole(source, value));
	return { item, email, firstName, lastName, role, problem: problems.join('; ') || undefined };
}
