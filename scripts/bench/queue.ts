/** Get Many against a server that works on four requests at a time and lets the others wait. */
import type { RecordedRequest } from '../../sandbox';
import type { BenchEnvironment } from './environment';
import { atMost, tabulate, type Outcome } from './report';
import { measure, median, peopleLens, type Measurement } from './run';

const LOGS = 10_000;
const WORKERS = 4;
const FIXED = [2, 4, 6, 10, 20];

/** 0 is by itself. */
const WAYS = [0, ...FIXED];

const getMany = (concurrency: number) =>
	peopleLens('auditLog', 'getAll', { returnAll: true, options: { concurrency } });

interface Row {
	concurrency: number;
	ms: number;
	waiting: number;
}

export async function benchQueue(environment: BenchEnvironment, rounds: number): Promise<Outcome> {
	const tenant = await environment.openTenant({
		auditLogs: LOGS,
		behaviour: { latencyMs: 20, workers: WORKERS },
	});
	const runs: Array<Map<number, Measurement>> = [];
	// The first round only makes n8n fast.
	for (let round = 0; round <= rounds; round++) {
		const run = new Map<number, Measurement>();
		for (const concurrency of WAYS) {
			const measured = await measure(environment, tenant, getMany(concurrency));
			if (measured.items.length !== LOGS) throw new Error(`Not ${LOGS} rows`);
			run.set(concurrency, measured);
		}
		if (round > 0) runs.push(run);
	}
	await tenant.stop();
	return describe(
		WAYS.map((concurrency) => {
			const mine = runs.flatMap((run) => run.get(concurrency) ?? []);
			return {
				concurrency,
				ms: median(mine.map(({ ms }) => ms)),
				waiting: Math.max(...mine.map(({ requests }) => mostWaiting(requests))),
			};
		}),
	);
}

/** How many requests waited at the same time, at most, for one of the workers. */
function mostWaiting(requests: RecordedRequest[]): number {
	const changes = requests
		.flatMap(({ at, endedAt = at }) => [
			{ at, by: 1 },
			{ at: endedAt, by: -1 },
		])
		.sort((a, b) => a.at - b.at || a.by - b.by);
	let [open, most] = [0, 0];
	for (const { by } of changes) most = Math.max(most, (open += by));
	return Math.max(0, most - WORKERS);
}

function describe(rows: Row[]): Outcome {
	const [automatic, ...fixed] = rows;
	const best = Math.min(...fixed.map(({ ms }) => ms));
	return {
		title: 'Reading 10,000 audit logs from a server with four workers',
		about:
			'The sandbox works on four requests at a time, each for 20 ms; the others wait in a queue. "Waiting" counts those, at the worst moment of all runs.',
		...tabulate(
			{
				'At a time': ({ concurrency }) => (concurrency === 0 ? 'by itself (default)' : concurrency),
				Time: ({ ms }) => `${ms} ms`,
				Waiting: ({ waiting }) => waiting,
			},
			rows,
		),
		goals: [
			atMost('time, against the best fixed number', automatic.ms / best, 1.15),
			atMost('waiting', automatic.waiting, 3 * WORKERS),
		],
	};
}
