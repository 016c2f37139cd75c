/** Get Many of all audit logs, against the HTTP Request node with its pagination. */
import type { IDataObject } from 'n8n-workflow';
import type { BenchEnvironment } from './environment';
import { atLeast, atMost, tabulate, type Outcome } from './report';
import { httpRequest, measure, median, peopleLens, type Measurement } from './run';

const LOGS = 10_000;
const PAGE = 100;
/** ms, and how many times as fast as the HTTP Request node is wanted there. */
const LATENCIES = [
	{ latencyMs: 20, wanted: 6.5 },
	{ latencyMs: 100, wanted: 10 },
];

/** An n8n that has just been started is slower for some runs, whichever node it runs. */
const WARM_UP = 5;

/** A page at a time is all that it can do. */
const byHttpRequest = (url: string) =>
	httpRequest(`${url}/api/v1/audit-logs`, {
		sendQuery: true,
		queryParameters: { parameters: [{ name: 'limit', value: String(PAGE) }] },
		options: {
			pagination: {
				pagination: {
					paginationMode: 'updateAParameterInEachRequest',
					parameters: {
						parameters: [{ type: 'qs', name: 'offset', value: `={{ $pageCount * ${PAGE} }}` }],
					},
					paginationCompleteWhen: 'other',
					completeExpression: `={{ $response.body.pagination.offset + ${PAGE} >= $response.body.pagination.total }}`,
				},
			},
		},
	});

const byPeopleLens = (concurrency?: number) =>
	peopleLens('auditLog', 'getAll', {
		returnAll: true,
		options: concurrency === undefined ? {} : { concurrency },
	});

/** The HTTP Request node, and Get Many with so many requests at a time. */
interface Round {
	http: Measurement;
	one: Measurement;
	ten: Measurement;
	automatic: Measurement;
}

export async function benchReading(
	environment: BenchEnvironment,
	rounds: number,
): Promise<Outcome> {
	const tenant = await environment.openTenant({ auditLogs: LOGS });
	const take = (node: Parameters<typeof measure>[2]) => measure(environment, tenant, node);
	const results: Array<ReturnType<typeof summarize>> = [];
	for (const { latencyMs } of LATENCIES) {
		await tenant.behave({ latencyMs });
		for (let round = 0; round < WARM_UP; round++) {
			await take(byHttpRequest(tenant.url));
			await take(byPeopleLens());
		}
		const runs: Round[] = [];
		for (let round = 0; round < rounds; round++) {
			runs.push({
				http: await take(byHttpRequest(tenant.url)),
				one: await take(byPeopleLens(1)),
				ten: await take(byPeopleLens(10)),
				automatic: await take(byPeopleLens()),
			});
		}
		runs.forEach(checkCompleteness);
		results.push(summarize(latencyMs, runs));
	}
	await tenant.stop();
	return describe(results);
}

function checkCompleteness({ http, ...ours }: Round): void {
	const pages: Array<{ data?: IDataObject[] }> = http.items;
	const counts = [
		pages.flatMap(({ data = [] }) => data).length,
		...Object.values(ours).map(({ items }) => new Set(items.map(({ id }) => id)).size),
	];
	if (counts.some((count) => count !== LOGS)) throw new Error(`Not ${LOGS} rows, but ${counts}`);
}

function describe(results: Array<ReturnType<typeof summarize>>): Outcome {
	const requests = Math.max(...results.map((result) => result.requests));
	return {
		title: 'Reading 10,000 audit logs',
		about:
			'Get Many with Return All, against the HTTP Request node with pagination (which gives 100 pages, not 10,000 items).',
		...tabulate(
			{
				Latency: ({ latencyMs }) => `${latencyMs} ms`,
				'HTTP Request': ({ http }) => `${http} ms`,
				'Get Many, 1 at a time': ({ one }) => `${one} ms`,
				'10 at a time': ({ ten }) => `${ten} ms`,
				'by itself (default)': ({ automatic }) => `${automatic} ms`,
				'times as fast': ({ ratio }) => ratio.toFixed(1),
				Requests: ({ requests }) => requests,
			},
			results,
		),
		goals: [
			...LATENCIES.map(({ latencyMs, wanted }, index) =>
				atLeast(`times as fast at ${latencyMs} ms`, results[index].ratio, wanted),
			),
			atMost('requests for 100 pages', requests, 104),
		],
		bars: results.map(({ latencyMs, http, automatic }) => ({
			what: `Read 10,000 audit logs,\n${latencyMs} ms per answer`,
			theirs: http,
			ours: automatic,
		})),
	};
}

function summarize(latencyMs: number, runs: Round[]) {
	const of = (pick: (round: Round) => number) => median(runs.map(pick));
	return {
		latencyMs,
		http: of(({ http }) => http.ms),
		one: of(({ one }) => one.ms),
		ten: of(({ ten }) => ten.ms),
		automatic: of(({ automatic }) => automatic.ms),
		ratio: of(({ http, automatic }) => http.ms / automatic.ms),
		requests: Math.max(...runs.map(({ automatic }) => automatic.requests.length)),
	};
}
