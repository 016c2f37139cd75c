import type { IPollFunctions } from 'n8n-workflow';

import type { AuditLog } from '../api/types';
import { createBaseline, startFromDate } from '../poller/baseline';
import type { BaselineSettings } from '../poller/baseline';
import { isSameLog } from '../poller/sameLog';
import type { PollerState } from '../poller/state';
import type { FetchPage } from '../reader/types';
import { isExpression } from '../parameters/origin';
import type { TriggerSettings } from './settings';
import { ActivationTime } from './stateStore';
import { systemClock } from './systemClock';

export interface StartLimits extends Omit<BaselineSettings, 'overlap'> {
	isActivation: boolean;
	/** What was remembered under another address of PeopleLens. */
	elsewhere?: PollerState;
}

/**
 * Where the trigger begins, or goes on if the same list has got a new address. "Now" is the moment of
 * activation, also when PeopleLens could not be reached at that moment: so the moment is noted before
 * anything is asked.
 * @throws what `fetchPage` throws; the next check tries again
 */
export async function startState(
	context: IPollFunctions,
	fetchPage: FetchPage<AuditLog>,
	{ startDate, overlap }: TriggerSettings,
	{ isActivation, elsewhere, ...settings }: StartLimits,
): Promise<PollerState> {
	const activation = new ActivationTime(
		context.getWorkflowStaticData('global'),
		context.getNode().id,
	);
	const activatedAt = isActivation && beginsAnew(context) ? undefined : activation.get();
	if (startDate === undefined && activatedAt === undefined) activation.set(systemClock.now());

	const begin = async () => {
		if (elsewhere && (await isSameLog(fetchPage, elsewhere))) return elsewhere;
		if (startDate !== undefined) {
			return await startFromDate(fetchPage, startDate, settings, systemClock);
		}
		return activatedAt === undefined
			? await startFromNow(fetchPage, overlap, settings)
			: await startFromThen(fetchPage, activatedAt, overlap, settings);
	};
	const state = await begin();
	activation.clear();
	return state;
}

/**
 * Whether the trigger waits for a Start Date that has not come, and the panel says something else by now:
 * a slip of the year would last for that year. Only as long as it has met nothing, so that nothing is
 * lost or repeated; and not where an expression gives another date each time.
 */
export function hasAnotherStart(
	context: IPollFunctions,
	{ notBefore, watermark, seen, undated }: PollerState,
	{ startDate }: TriggerSettings,
): boolean {
	const hasMetNothing = watermark === notBefore && seen === '' && undated === '';
	const isOther = notBefore !== startDate && !isExpression({ context }, 'startDate');
	return notBefore > systemClock.now() && hasMetNothing && isOther;
}

/**
 * Whether a person has activated the workflow. Where n8n does so after a restart, or because the
 * workflow was changed, it has been active before, and a moment that waits for PeopleLens still counts.
 */
const beginsAnew = (context: IPollFunctions) =>
	!['init', 'leadershipChange', 'update'].includes(context.getActivationMode());

/** A first answer that takes longer, in ms, was no longer about the moment of the question. */
const PROMPT = 1000;

/**
 * From this moment. What is visible is old, but only where the answer came at once: while an outage
 * delays it, something new may happen.
 */
async function startFromNow(
	fetchPage: FetchPage<AuditLog>,
	overlap: number,
	settings: Omit<BaselineSettings, 'overlap'>,
): Promise<PollerState> {
	const began = { now: systemClock.now(), monotonic: systemClock.monotonic() };
	let waited: number | undefined;
	const watched: FetchPage<AuditLog> = async (request) => {
		const page = await fetchPage(request);
		waited ??= systemClock.monotonic() - began.monotonic;
		return page;
	};
	const baseline = await createBaseline(watched, { ...settings, overlap }, systemClock);
	return (waited ?? 0) > PROMPT
		? await startFromThen(fetchPage, began.now, overlap, settings)
		: baseline;
}

/**
 * From a moment by this machine's clock, which PeopleLens's may differ from. Of what both say, the
 * earlier counts, and the overlap comes on top: either clock may be wrong.
 */
async function startFromThen(
	fetchPage: FetchPage<AuditLog>,
	activatedAt: number,
	overlap: number,
	settings: Omit<BaselineSettings, 'overlap'>,
): Promise<PollerState> {
	const { serverTime = Infinity, tooLarge } = await fetchPage({ limit: 1, offset: 0 });
	if (tooLarge !== undefined) throw tooLarge;
	const ago = Math.max(0, systemClock.now() - activatedAt);
	const date = Math.min(activatedAt, systemClock.now(), serverTime - ago) - overlap;
	const state = await startFromDate(fetchPage, date, settings, systemClock);
	// Not a date that a person has chosen.
	return { ...state, notBefore: 0 };
}
