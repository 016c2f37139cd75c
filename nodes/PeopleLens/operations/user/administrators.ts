import { mayBeRole } from '../../domain/roles';
import { isTool } from '../../parameters/origin';
import { invalidParameter } from '../../parameters/source';
import type { ParameterSource } from '../../parameters/source';

export const ADMINISTRATOR = 'Administrator';

/**
 * A person invites administrators on purpose; an AI model may be talked into it. So as a tool, the node
 * does it only where a person has chosen that very role.
 * @param isFilledIn whether the role comes from an expression, or with the items
 * @throws NodeOperationError
 */
export function guardInvitation(
	source: ParameterSource,
	role: string | undefined,
	isFilledIn: boolean,
	displayName = 'Role',
): void {
	if (!isFilledIn || !isTool(source.context)) return;
	if (role === undefined || !mayBeRole(role, ADMINISTRATOR)) return;
	throw invalidParameter(
		source,
		`'${displayName}' asks for an administrator, and an AI model may not invite one`,
		"Nobody was invited. Ask a person to do it in PeopleLens, or to choose the role in 'Role' without an expression.",
	);
}
