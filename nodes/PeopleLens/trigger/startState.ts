import type { IPollFunctions } from 'n8n-workflow';

import type { AuditLog } from '../api/types';
import { startFromDate, startFromNow } from '../poller/baseline';
import type { BaselineSettings } from '../poller/baseline';
import type { FeedState } from '../poller/state';
import { workflowKey } from './stateStore';
import type { StaticData } from './stateStore';
import type { FetchPage } from '../reader/types';
import type { TriggerSettings } from './settings';
import { systemClock } from './systemClock';

/**
 * Where the trigger begins. "Now" is the moment of activation, also when PeopleLens could not be
 * reached at that moment: so the moment is noted before anything is asked.
 * @throws what `fetchPage` throws; the next check tries again
 */
export async function startState(
	context: IPollFunctions,
	fetchPage: FetchPage<AuditLog>,
	{ startDate, overlap }: TriggerSettings,
	{ isActivation, ...settings }: Omit<BaselineSettings, 'overlap'> & { isActivation: boolean },
): Promise<FeedState> {
	if (startDate !== undefined) {
		return await startFromDate(fetchPage, startDate, settings, systemClock);
	}
	const data: StaticData = context.getWorkflowStaticData('global');
	const key = `${workflowKey(context.getNode().id)}:activatedAt`;
	const activatedAt = isActivation ? undefined : data[key];
	if (activatedAt === undefined) data[key] = systemClock.now();

	const state =
		typeof activatedAt === 'number'
			? await startFromThen(fetchPage, activatedAt, overlap, settings)
			: await startFromNow(fetchPage, { ...settings, overlap }, systemClock);
	delete data[key];
	return state;
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
): Promise<FeedState> {
	const { serverTime = Infinity } = await fetchPage({ limit: 1, offset: 0 });
	const ago = Math.max(0, systemClock.now() - activatedAt);
	const date = Math.min(activatedAt, serverTime - ago) - overlap;
	const state = await startFromDate(fetchPage, date, settings, systemClock);
	// Not a date that a person has chosen.
	return { ...state, notBefore: 0 };
}
