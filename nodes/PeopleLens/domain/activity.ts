/** Fields in which APIs say whether a user is active. The reference names none of them. */
const FLAGS = ['active', 'is_active', 'isActive', 'enabled', 'is_enabled', 'isEnabled'];
const NEGATIVE_FLAGS = [
	'deactivated',
	'is_deactivated',
	'isDeactivated',
	'disabled',
	'is_disabled',
];

const ACTIVE = /^(active|enabled)$/i;
const INACTIVE =
	/^(in-?active|de-?activated|disabled|not[ _-]?active|deleted|removed|archived|terminated)$/i;

/**
 * Whether a user's record says that this user has access, or has none.
 * @returns undefined when it says nothing of that, or contradicts itself
 */
export function activityOf(user: Readonly<Record<string, unknown>>): boolean | undefined {
	const said = [
		...FLAGS.map((name) => flag(user[name])),
		...NEGATIVE_FLAGS.map((name) => negated(flag(user[name]))),
		...['status', 'state'].map((name) => stated(user[name])),
	].filter((value) => value !== undefined);
	return new Set(said).size === 1 ? said[0] : undefined;
}

function stated(value: unknown): boolean | undefined {
	if (typeof value !== 'string') return undefined;
	if (INACTIVE.test(value.trim())) return false;
	return ACTIVE.test(value.trim()) ? true : undefined;
}

/** A flag, also where the server wrote it as a text or a number. */
export function flag(value: unknown): boolean | undefined {
	if (value === true || value === 1) return true;
	if (value === false || value === 0) return false;
	const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
	if (['true', 'yes', '1'].includes(text)) return true;
	return ['false', 'no', '0'].includes(text) ? false : undefined;
}

const negated = (value: boolean | undefined) => (value === undefined ? undefined : !value);
