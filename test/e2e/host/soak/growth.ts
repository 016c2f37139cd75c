/** Whether something that is measured again and again has grown between beginning and end. */

/** What n8n's process needed at a moment, as memory.cjs writes it. */
export interface Sample {
	/** ms since the epoch. */
	at: number;
	pid: number;
	/** Bytes that are left after garbage was collected, buffers included. */
	heap: number;
	/**
	 * Bytes that the operating system has given it. With n8n's isolates, one for each check and each
	 * webhook under way, it goes by how busy the machine is; so it is shown and not judged.
	 */
	rss: number;
	/** Open files and connections. */
	files: number;
	/** Whatever keeps it alive: connections, timers and the like. */
	handles: number;
}

export type Judged = 'heap' | 'files' | 'handles';
export type Measure = Judged | 'rss';

/** All in ms; `from` and `until` since the epoch. */
export interface Frame {
	from: number;
	until: number;
	/** Left out: n8n fills its caches. */
	warmUp: number;
	/** As long are the beginning and the end that are compared. */
	window: number;
}

export interface Growth {
	start: number;
	end: number;
	/** 0.05 for 5 % more. */
	share: number;
}

/** The most that memory may grow. */
const LIMIT = 0.05;

/** Files and handles are small numbers: a few more at the end are no leak. */
const FEW = 3;

/**
 * What is compared. Each check and each webhook that is under way has its connections: these come and
 * go with the load. What has leaked is there in the quietest moment as well.
 */
const TYPICAL: Record<Measure, (values: number[]) => number> = {
	heap: median,
	rss: median,
	files: least,
	handles: least,
};

/** The hour's first and last ten minutes, after ten of warming up; in proportion when it is shorter. */
export function frameOf(from: number, minutes: number): Frame {
	const part = (Math.min(minutes, 60) / 6) * 60_000;
	return { from, until: from + minutes * 60_000, warmUp: part, window: part };
}

/** @throws {Error} when nothing was measured at the beginning or at the end */
export function growthOf(samples: Sample[], measure: Measure, frame: Frame): Growth {
	const { from, until, warmUp, window } = frame;
	const begin = from + warmUp;
	const between = (first: number, last: number) =>
		samples.filter(({ at }) => at >= first && at <= last).map((sample) => sample[measure]);
	const typical = TYPICAL[measure];
	const start = typical(between(begin, begin + window));
	const end = typical(between(until - window, until));
	return { start, end, share: end / start - 1 };
}

/** @param alone what an n8n without the package's triggers came to need under the same load */
export function isLeak(measure: Judged, { start, end, share }: Growth, alone: Growth): boolean {
	const isCounted = measure !== 'heap';
	return share > LIMIT + Math.max(0, alone.share) && !(isCounted && end - start <= FEW);
}

function median(values: number[]): number {
	return sorted(values)[Math.floor(values.length / 2)];
}

function least(values: number[]): number {
	return sorted(values)[0];
}

function sorted(values: number[]): number[] {
	if (values.length === 0) throw new Error('Nothing was measured at the beginning or at the end.');
	return values.sort((a, b) => a - b);
}
