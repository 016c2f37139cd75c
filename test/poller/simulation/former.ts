import { readBacklog } from '../../../nodes/PeopleLens/poller/backlog';
import type { Entry } from '../../../nodes/PeopleLens/reader/entry';
import { PagedList } from '../../../nodes/PeopleLens/reader/list';
import { compareByCreatedAt } from '../../../nodes/PeopleLens/reader/order';
import { readList, SINCE_SLACK } from '../../../nodes/PeopleLens/reader/read';
import type { FetchPage } from '../../../nodes/PeopleLens/reader/types';
import type { SimulatedRow } from '../../reader/simulation/list';
import type { PollContext, Trigger, TriggerSettings } from './trigger';

const MINUTE = 60_000;
const LARGEST_LAG = 24 * 60 * MINUTE;
const MAX_SEEN = 3200;
const MAX_UNDATED = 1000;

interface FormerState {
	watermark: number;
	seen: Array<[key: string, time: number]>;
	undated: string[];
	lag: number;
}

type Rows = Array<Entry<SimulatedRow>>;

/** Believes the `Date` of the first answer alone, less the smallest difference from a new event's date. */
class FormerTime {
	private date?: number;

	private latest?: number;

	private asked?: number;

	private newest = -Infinity;

	constructor(
		private readonly now: () => number,
		public lag = LARGEST_LAG,
	) {}

	get began(): number {
		if (this.date !== undefined) return this.date - this.lag;
		return this.newest - (this.now() - (this.asked ?? 0));
	}

	watch(fetchPage: FetchPage<SimulatedRow>): FetchPage<SimulatedRow> {
		return async (request) => {
			const asked = this.now();
			const page = await fetchPage(request);
			this.latest = page.serverTime;
			if (this.asked === undefined) {
				this.asked = asked;
				this.date = page.serverTime && page.serverTime - (this.now() - asked);
			}
			return page;
		};
	}

	learn(entries: Rows): void {
		const now = this.latest ?? this.now();
		for (const { time } of entries) {
			if (time === undefined || time > now + 5 * MINUTE) continue;
			this.newest = Math.max(this.newest, time);
			if (this.latest === undefined) continue;
			this.lag = Math.min(this.lag, Math.max(0, this.latest + 999 - time));
		}
	}
}

/**
 * The rule of version 1.0.0: the watermark follows one clock, the `Date` header, and goes up with
 * whatever is remembered last. It is here to show what that loses.
 */
export const formerTrigger: Trigger = async (context, settings) =>
	await pollFormerly(context, settings).catch((error: unknown) => {
		if (context.mode !== 'tick') return null;
		throw error;
	});

const pollFormerly: Trigger = async (context, settings) => {
	const { stores, clock, mode } = context;
	const state = stores.node.former as FormerState | undefined;
	if (state === undefined) {
		const from = context.now();
		stores.node.former = await startFormerly(context, settings);
		context.started(from, context.now());
		return null;
	}
	if (mode !== 'tick') return null;
	const lag = state.lag < 15 * MINUTE ? state.lag + 1000 : state.lag;
	const time = new FormerTime(clock.now, lag);
	const list = new PagedList(time.watch(context.fetchPage), state.watermark - SINCE_SLACK, 100);
	const { entries, complete, failure } = await readBacklog(list, await list.page(0), () => false);
	if (failure !== undefined) throw failure;
	if (stores.node.former !== state) return null;
	const seen = new Map(state.seen);
	const undated = new Set(state.undated);
	const isNew = ({ key, time: at }: Entry<SimulatedRow>) =>
		at === undefined ? !undated.has(key) : at >= state.watermark && !seen.has(key);
	const newRows = entries.filter(isNew).sort(compareByCreatedAt);
	time.learn(newRows);
	const taken = newRows.slice(0, settings.maxEvents);
	const cut = taken.length < newRows.length ? (taken.at(-1)?.time ?? Infinity) : Infinity;
	for (const { key, time: at } of [...entries.filter((entry) => !isNew(entry)), ...taken]) {
		if (at === undefined) undated.add(key);
		else seen.set(key, at);
	}
	if (undated.size > MAX_UNDATED) throw new Error('More rows without date than can be told apart');
	const wanted = complete ? Math.min(cut, time.began - settings.overlap) : state.watermark;
	stores.node.former = remember(
		Math.max(state.watermark, wanted),
		cut,
		seen,
		[...undated],
		time.lag,
	);
	const events = taken.map(({ row }) => row).filter(settings.accept ?? (() => true));
	return events.length > 0 ? events : null;
};

async function startFormerly(context: PollContext, { overlap, startDate }: TriggerSettings) {
	const time = new FormerTime(context.clock.now);
	const fetchPage = time.watch(context.fetchPage);
	const all = await readList(new PagedList(fetchPage), { order: 'newest', limit: MAX_SEEN });
	time.learn(all);
	if (startDate !== undefined) return remember(startDate, Infinity, new Map(), [], time.lag);
	const seen = new Map(all.flatMap(({ key, time: at }) => (at === undefined ? [] : [[key, at]])));
	const undated = all.flatMap(({ key, time: at }) => (at === undefined ? [key] : []));
	return remember(Math.max(0, time.began - overlap), Infinity, seen, undated, time.lag);
}

function remember(
	watermark: number,
	cut: number,
	seen: Map<string, number>,
	undated: string[],
	lag: number,
): FormerState {
	const kept = [...seen].filter(([, time]) => time >= watermark).sort(([, a], [, b]) => a - b);
	const next = kept.at(-MAX_SEEN - 1)?.[1];
	const raised = next === undefined ? watermark : Math.min(next + 1, cut);
	return { watermark: raised, seen: kept.filter(([, time]) => time >= raised), undated, lag };
}
