/** Whether something that is measured again and again has grown between beginning and end. */

/** What n8n's process needed at a moment, as memory.cjs writes it. */
export interface Sample {
	/** ms since the epoch. */
	at: number;
	pid: number;
	/** Bytes that are left after garbage was collected. */
	heap: number;
	/** Bytes that the operating system has given it, those outside the heap included. */
	rss: number;
	/** Open files and connections. */
	files: number;
	/** Whatever keeps it alive: connections, timers and the like. */
	handles: number;
}

export type Measure = 'heap' | 'rss' | 'files' | 'handles';

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
	/** Medians. */
	start: number;
	end: number;
	/** 0.05 for 5 % more. */
	share: number;
}

/** The most that memory may grow. */
const LIMIT = 0.05;

/** Files and handles come and go in small numbers: a few more at the end are no leak. */
const FEW = 3;

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
	const start = median(between(begin, begin + window));
	const end = median(between(until - window, until));
	return { start, end, share: end / start - 1 };
}

/** @param alone what an n8n without the package came to need under the same load */
export function isLeak(measure: Measure, { start, end, share }: Growth, alone: Growth): boolean {
	const isCounted = measure === 'files' || measure === 'handles';
	return share > LIMIT + Math.max(0, alone.share) && !(isCounted && end - start <= FEW);
}

function median(values: number[]): number {
	if (values.length === 0) throw new Error('Nothing was measured at the beginning or at the end.');
	return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
