import type { IPollFunctions } from 'n8n-workflow';

import { startFromDate, startFromNow } from '../feed/start';
import type { StartSettings } from '../feed/start';
import type { FeedState } from '../feed/state';
import type { StaticData } from '../feed/store';
import type { FetchPage } from '../feed/types';
import type { AuditLog } from '../api/types';
import type { TriggerSettings } from './settings';

/**
 * Where the trigger begins. "Now" is the moment of activation, also when PeopleLens could not be
 * reached at that moment: so the moment is noted before anything is asked.
 * @throws what `fetchPage` throws; the next check tries again
 */
export async function startState(
	context: IPollFunctions,
	fetchPage: FetchPage<AuditLog>,
	{ startDate, overlap }: TriggerSettings,
	{ isActivation, ...settings }: Omit<StartSettings, 'overlap'> & { isActivation: boolean },
): Promise<FeedState> {
	if (startDate !== undefined) {
		return await startFromDate(fetchPage, startDate, settings, Date.now);
	}
	const data: StaticData = context.getWorkflowStaticData('global');
	const key = `peopleLensTrigger:${context.getNode().id}:startedAt`;
	const startedAt = isActivation ? undefined : data[key];
	if (startedAt === undefined) data[key] = Date.now();

	const state =
		typeof startedAt === 'number'
			? await startFromThen(fetchPage, startedAt, overlap, settings)
			: await startFromNow(fetchPage, { ...settings, overlap }, Date.now);
	delete data[key];
	return state;
}

/**
 * From a moment by this machine's clock, which PeopleLens's may differ from; only how long ago it
 * was is sure. The overlap allows for what its answers say about its clock being off.
 */
async function startFromThen(
	fetchPage: FetchPage<AuditLog>,
	activatedAt: number,
	overlap: number,
	settings: Omit<StartSettings, 'overlap'>,
): Promise<FeedState> {
	const { serverTime = Date.now() } = await fetchPage({ limit: 1, offset: 0 });
	const date = serverTime - (Date.now() - activatedAt) - overlap;
	return await startFromDate(fetchPage, date, settings, Date.now);
}
