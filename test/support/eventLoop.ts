import { collectGarbage, nextTurn, nodeProcess } from './node';

/** A busy computer adds to a measurement and never takes away from it, so the shortest counts. */
const ATTEMPTS = 5;

/** What `compute` takes on the computer for which all limits are meant, when it does nothing else. */
export const REFERENCE_MS = 4;

const ROWS = JSON.stringify(
	Array.from({ length: 8000 }, (_, n) => ({ id: `usr-${n}`, email: `person.${n}@acme.example` })),
);

/** A fixed amount of the work that answers cause: parsing, writing, searching. */
export function compute(): number {
	return JSON.stringify(JSON.parse(ROWS)).split(/person\.\d+7@/).length;
}

/** Of two measures the smaller: time by the clock grows on a busy computer, time of computing with other threads. */
function now(): { clock: number; computed: number } {
	const { user, system } = nodeProcess.cpuUsage();
	return { clock: performance.now(), computed: (user + system) / 1000 };
}

function since(before: ReturnType<typeof now>): number {
	const { clock, computed } = now();
	return Math.min(clock - before.clock, computed - before.computed);
}

/** How many times longer than the one of the limits this computer takes at present; never below 1. */
export function slowness(): number {
	let shortest = Infinity;
	for (let run = 0; run < 5; run++) {
		const before = now();
		compute();
		shortest = Math.min(shortest, since(before));
	}
	return Math.max(1, shortest / REFERENCE_MS);
}

/** How long synchronous work computes, in ms of the computer for which limits are meant. */
export function computingTime(work: () => unknown): number {
	const before = now();
	work();
	return since(before) / slowness();
}

/** For how long nothing else could run while `work` was done, in ms. */
async function blockedFor(work: () => Promise<unknown>): Promise<number> {
	let isDone = false;
	const working = work().finally(() => (isDone = true));
	// It is awaited below; meanwhile, that it failed is no news.
	working.catch(() => undefined);
	let longest = 0;
	while (!isDone) {
		const before = now();
		await nextTurn();
		longest = Math.max(longest, since(before));
	}
	await working;
	return longest;
}

/** The shortest of a few measurements, in ms: as many as it takes to come below the limit. */
export async function shortestOf(
	measure: () => Promise<number>,
	limit: number,
	attempts = ATTEMPTS,
): Promise<number> {
	let shortest = Infinity;
	for (let attempt = 0; attempt < attempts && shortest >= limit; attempt++) {
		if (attempt > 0) collectGarbage();
		shortest = Math.min(shortest, await measure());
	}
	return shortest;
}

/**
 * For how long at most nothing else could run while `work` was done. What is over the limit is
 * measured again, without garbage, and against how fast this computer is at that moment: so a slow or
 * busy one fails no more than another.
 *
 * @param limit ms
 * @returns ms of the computer for which limits are meant: the shortest of the attempts
 * @throws whatever `work` throws
 */
export async function longestBlock(
	limit: number,
	work: () => Promise<unknown>,
	attempts = ATTEMPTS,
): Promise<number> {
	const measure = async () => {
		const blocked = await blockedFor(work);
		return blocked < limit ? blocked : blocked / slowness();
	};
	return await shortestOf(measure, limit, attempts);
}

/** Whether `work` leaves others a chance at least every so many ms. */
export async function letsOthersRun(ms: number, work: () => Promise<unknown>): Promise<boolean> {
	return (await longestBlock(ms, work)) < ms;
}
