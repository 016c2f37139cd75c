import { createBaseline, startFromDate } from '../../../nodes/PeopleLens/poller/baseline';
import type { Clock } from '../../../nodes/PeopleLens/poller/clock';
import { poll } from '../../../nodes/PeopleLens/poller/poll';
import type { FetchPage } from '../../../nodes/PeopleLens/reader/types';
import type { Stores } from '../../../nodes/PeopleLens/trigger/copies';
import { commitState, loadState } from '../../../nodes/PeopleLens/trigger/stateStore';
import type { SimulatedRow } from '../../reader/simulation/list';

export interface PollContext {
	stores: Stores;
	/** Activated by a person, started together with n8n, or a regular check. */
	mode: 'activate' | 'init' | 'tick';
	fetchPage: FetchPage<SimulatedRow>;
	clock: Clock;
	/** ms that the host gives to a poll. */
	budget: number;
	/** To be called when the trigger has decided from when on events are new. */
	started(from: number, to: number): void;
	/** ms since the epoch by the events' clock. */
	now(): number;
}

export interface TriggerSettings {
	maxEvents: number;
	overlap: number;
	ignoreOlderThan: number;
	startDate?: number;
	accept?: (row: SimulatedRow) => boolean;
}

export type Trigger = (
	context: PollContext,
	settings: TriggerSettings,
) => Promise<SimulatedRow[] | null>;

const TENANT = 'https://acme.peoplelensai.com';

/** What the trigger node does in `poll`, with the poller. */
export const packageTrigger: Trigger = async (context, settings) =>
	await pollOnce(context, settings).catch((error: unknown) => {
		// n8n would end the trigger for good.
		if (context.mode !== 'tick') return null;
		throw error;
	});

const pollOnce: Trigger = async (context, settings) => {
	const { stores, fetchPage, clock } = context;
	const { overlap, startDate } = settings;
	const deadline = clock.now() + context.budget;
	const { state } = loadState(stores, TENANT);
	if (state === undefined) {
		// A start delivers nothing: it must be safe in the database before anything rests on it.
		const from = context.now();
		const start = { tenant: TENANT, overlap, deadline };
		const first =
			startDate === undefined
				? await createBaseline(fetchPage, start, clock)
				: await startFromDate(fetchPage, startDate, start, clock);
		if (commitState(stores, state, first)) context.started(from, context.now());
		return null;
	}
	// A durable scheduler may run the first check at the same time, with a copy of the state.
	if (context.mode !== 'tick') return null;
	const outcome = await poll(fetchPage, state, { ...settings, deadline }, clock);
	if (outcome.state === state || !commitState(stores, state, outcome.state)) return null;
	return outcome.events.length > 0 ? outcome.events : null;
};
