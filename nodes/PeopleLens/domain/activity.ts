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

type Reading = (value: unknown) => boolean | undefined;

/** How each of these fields is read. */
const READINGS: Array<[name: string, read: Reading]> = [
	...FLAGS.map((name): [string, Reading] => [name, flag]),
	...NEGATIVE_FLAGS.map((name): [string, Reading] => [name, (value) => negated(flag(value))]),
	['status', stated],
	['state', stated],
];

/**
 * Whether a user's record says that this user has access, or has none.
 * @returns undefined when it says nothing of that, or contradicts itself
 */
export function activityOf(user: Readonly<Record<string, unknown>>): boolean | undefined {
	let activity: boolean | undefined;
	// A loop, because lists may hold a hundred thousand users.
	for (const [name, read] of READINGS) {
		const value = user[name];
		const said = value === undefined ? undefined : read(value);
		if (said === undefined) continue;
		if (activity === !said) return undefined;
		activity = said;
	}
	return activity;
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

function negated(value: boolean | undefined): boolean | undefined {
	return value === undefined ? undefined : !value;
}
