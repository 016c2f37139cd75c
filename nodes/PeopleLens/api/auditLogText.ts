import { toId } from './guards';
import type { AuditLog } from './types';

type TextField = 'action' | 'entity_id' | 'entity_type' | 'user_id';

/**
 * What a field of an audit log says, to compare it by. The log itself stays as PeopleLens sent it,
 * and its fields may hold anything: a number is a text that was not quoted.
 * @returns undefined when it is nothing that could be compared
 */
export function textOf(log: AuditLog, field: TextField): string | undefined {
	return toId(log[field]);
}
