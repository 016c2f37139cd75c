import type { PollWarning } from '../poller/warnings';
import type { Trouble } from './stateStore';

const MINUTE = 60_000;

/** What a check came upon, as n8n's log tells it. */
export function warningText(warning: PollWarning, overlap: number): string {
	switch (warning.kind) {
		case 'clocks': {
			const { skew } = warning;
			const place = skew > 0 ? 'ahead of' : 'behind';
			return `n8n's clock is ${duration(Math.abs(skew))} ${place} the time that PeopleLens states in its answers. No event is lost, but checks may read more than they need to. Check the clock of the machine that runs n8n, and that of whatever stands between n8n and PeopleLens.`;
		}
		case 'overlap':
			return `So many events have happened that not all of the last ${duration(overlap)} can be remembered. For now, an event is delivered if it appears in the PeopleLens log up to ${duration(warning.left)} late; one that appears later than that is missed. Checking more often or choosing a single action helps.`;
		case 'ahead':
			return `${carrying(warning.held)} a date in the future, in addition to thousands that have been delivered. ${theirs(warning.held)} delivery waits until that date has come, or until PeopleLens no longer lists the others.`;
		case 'undated':
			return `${carrying(warning.held)} no date that can be read, in addition to thousands that have been delivered. ${theirs(warning.held)} delivery waits until PeopleLens no longer lists the others. All other events are delivered as usual.`;
		case 'watermark':
			return `The time up to which events count as delivered was ${duration(warning.ahead)} in the future: the clocks of PeopleLens and n8n must have been wrong. From now on new events are delivered again; some of the last minutes may come twice.`;
	}
}

const carrying = (held: number) =>
	held === 1 ? 'One new event carries' : `${held} new events carry`;

const theirs = (held: number) => (held === 1 ? 'Its' : 'Their');

/** The same PeopleLens was found under another address. */
export const movedText = (from: string, to: string) =>
	`This trigger watched ${from}, and goes on at ${to}: the events that it has delivered are listed there as well.`;

/** Why the trigger can't simply go on from where it was. */
export function troubleText(trouble: Trouble, tenant: string): string {
	if (trouble.kind === 'otherTenant') {
		return `This trigger watched ${trouble.tenant}, and now starts afresh at ${tenant}, as when it was activated for the first time, even if it watched ${tenant} before.`;
	}
	const reason = trouble.isNewer
		? 'was written by a later version of n8n-nodes-peoplelens'
		: 'cannot be read';
	return trouble.state === undefined
		? `What this trigger remembers of earlier checks ${reason}, so it starts afresh, as when it was activated for the first time. Events since the last check that worked may be missed.`
		: `What this trigger remembers of earlier checks ${reason}, except for the time up to which all events have been delivered. It continues from there: no event is lost, but some of the last minutes before may come twice.`;
}

/** To the minute, or in hours or days where minutes say nothing. */
function duration(ms: number): string {
	const minutes = ms / MINUTE;
	if (minutes < 120) return amount(minutes, 'minute');
	return minutes < 48 * 60 ? amount(minutes / 60, 'hour') : amount(minutes / (24 * 60), 'day');
}

function amount(count: number, unit: string): string {
	const rounded = Math.round(count * 10) / 10;
	return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
}
