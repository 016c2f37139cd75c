/** Get Many of all audit logs, against the HTTP Request node with its pagination. */
import assert from 'node:assert/strict';
import { httpRequest, measure, median, peopleLens } from './run.mjs';

const LOGS = 10_000;
const PAGE = 100;
const LATENCIES = [20, 100];

/** An n8n that has just been started is slower for some runs, whichever node it runs. */
const WARM_UP = 5;

/** A page at a time is all that it can do. */
const byHttpRequest = (url) =>
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

const byPeopleLens = (concurrency) =>
	peopleLens('auditLog', 'getAll', {
		returnAll: true,
		options: concurrency === undefined ? {} : { concurrency },
	});

const idsIn = (items) => new Set(items.map(({ id }) => id));

/** @param {import('./stage.mjs').Stage} stage @param {number} rounds */
export async function benchReading(stage, rounds) {
	const tenant = await stage.openTenant({ auditLogs: LOGS });
	const results = [];
	for (const latencyMs of LATENCIES) {
		await tenant.behave({ latencyMs });
		for (let round = 0; round < WARM_UP; round++) {
			await measure(stage, tenant, byHttpRequest(tenant.url));
			await measure(stage, tenant, byPeopleLens());
		}
		const runs = [];
		for (let round = 0; round < rounds; round++) {
			const http = await measure(stage, tenant, byHttpRequest(tenant.url));
			const [one, five, ten] = [
				await measure(stage, tenant, byPeopleLens(1)),
				await measure(stage, tenant, byPeopleLens()),
				await measure(stage, tenant, byPeopleLens(10)),
			];
			assert.equal(http.items.flatMap(({ data }) => data).length, LOGS);
			for (const { items } of [one, five, ten]) assert.equal(idsIn(items).size, LOGS);
			runs.push({ http, one, five, ten });
		}
		results.push(summary(latencyMs, runs));
	}
	await tenant.stop();

	const all = (key) => results.map((result) => result[key]);
	return {
		name: 'reading',
		title: 'Reading 10,000 audit logs',
		about:
			'Get Many with Return All, against the HTTP Request node with pagination (which gives 100 pages, not 10,000 items). "Limit": as long as the requests would take, so many at a time, if each took what a page takes the HTTP Request node.',
		columns: {
			Latency: ({ latencyMs }) => `${latencyMs} ms`,
			'HTTP Request': ({ http }) => `${http} ms`,
			'Get Many, 1 at a time': ({ one }) => `${one} ms`,
			'5 at a time (default)': ({ five }) => `${five} ms`,
			'10 at a time': ({ ten }) => `${ten} ms`,
			'times as fast': ({ ratio }) => ratio.toFixed(1),
			'of the limit': ({ share }) => share.toFixed(2),
			Requests: ({ requests }) => requests,
		},
		rows: results,
		wanted: [
			['times as fast at the default', Math.min(...all('ratio')), (value) => value >= 4.5, '≥ 4.5'],
			['times the limit', Math.max(...all('share')), (value) => value <= 1.3, '≤ 1.3'],
			[
				'requests for 100 pages',
				Math.max(...all('requests')),
				(value) => value <= (LOGS / PAGE) * 1.03,
				'≤ 103',
			],
		],
	};
}

function summary(latencyMs, runs) {
	const of = (pick) => median(runs.map(pick));
	const perPage = ({ http }) => http.ms / (LOGS / PAGE);
	return {
		latencyMs,
		http: of(({ http }) => http.ms),
		one: of(({ one }) => one.ms),
		five: of(({ five }) => five.ms),
		ten: of(({ ten }) => ten.ms),
		ratio: of(({ http, five }) => http.ms / five.ms),
		share: of((run) => run.five.ms / (Math.ceil(run.five.requests.length / 5) * perPage(run))),
		requests: Math.max(...runs.map(({ five }) => five.requests.length)),
	};
}
