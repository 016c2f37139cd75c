import type { PollerState, WarningKind } from './state';

/** What a poll came upon that its user should know. Times in ms. */
export type PollWarning =
	/** This machine's clock and the server's differ; positive where this machine's is ahead. */
	| { kind: 'clocks'; skew: number }
	/** More has happened within the overlap than can be remembered: it is only as long as `left`. */
	| { kind: 'overlap'; left: number }
	/** So many events are dated ahead of the time, or not at all, that some have to wait. */
	| { kind: 'ahead' | 'undated'; held: number }
	/** The watermark lay so far in the future, and was brought back. */
	| { kind: 'watermark'; ahead: number };

/** A trouble that lasts is told of again after this. In ms. */
const SILENCE = 24 * 60 * 60_000;

/** What gives reason to warn; undefined where all is well. Times in ms. */
interface Findings {
	watermarkAhead?: number;
	clockSkew?: number;
	overlapLeft?: number;
	held: { ahead: number; undated: number };
}

export function warningsOf(findings: Findings): PollWarning[] {
	const { watermarkAhead, clockSkew, overlapLeft, held } = findings;
	const warnings: PollWarning[] = [];
	if (watermarkAhead !== undefined) warnings.push({ kind: 'watermark', ahead: watermarkAhead });
	if (clockSkew !== undefined) warnings.push({ kind: 'clocks', skew: clockSkew });
	if (overlapLeft !== undefined) warnings.push({ kind: 'overlap', left: overlapLeft });
	if (held.ahead > 0) warnings.push({ kind: 'ahead', held: held.ahead });
	if (held.undated > 0) warnings.push({ kind: 'undated', held: held.undated });
	return warnings;
}

/** Leaves out what the user was told of lately. */
export function dueWarnings(
	warnings: PollWarning[],
	warned: PollerState['warned'],
	now: number,
): PollWarning[] {
	return warnings.filter(({ kind }) => {
		const last = warned[kind];
		// A time in the future comes from a clock that has been set since.
		return last === undefined || now < last || now - last >= SILENCE;
	});
}

/** @returns what was told, and when: for the state */
export function withWarned(
	warned: PollerState['warned'],
	told: PollWarning[],
	now: number,
): PollerState['warned'] {
	if (told.length === 0) return warned;
	const kinds = told.map(({ kind }): [WarningKind, number] => [kind, now]);
	return { ...warned, ...Object.fromEntries(kinds) };
}
