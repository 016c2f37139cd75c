/** The trigger: what a check costs when nothing is new, and how a backlog is worked off. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { query } from '../host-tests/database.mjs';
import { itemsOf } from '../host/executionData.mjs';
import { publish, unpublish } from '../host/publication.mjs';
import { cpuTime, forgetPeak, isMeasurable, memory } from './process.mjs';
import { median } from './run.mjs';

const TRIGGER = 'PeopleLens Trigger';
const WATCHED_MS = 15_000;
const BACKLOG = 100_000;
const PER_CHECK = 1000;

/** n8n refuses a shorter interval than a minute, but not sixty poll times. */
const EVERY_SECOND = Array.from({ length: 60 }, (_, second) => ({
	mode: 'custom',
	cronExpression: `${second} * * * * *`,
}));

/** @param {import('./stage.mjs').Stage} stage @param {number} rounds */
export async function benchTrigger(stage, rounds) {
	if (!isMeasurable) return undefined;
	const quiet = await watchQuietChecks(stage, rounds);
	const backlog = await drain(stage);
	return {
		name: 'trigger',
		title: 'The trigger',
		about: `Checked once a second (n8n's users check once a minute or less often). CPU time of a quiet check: that of n8n's process while the workflow is published, less that of the same n8n without it. The backlog: 100,000 events, listed newest first, ${PER_CHECK.toLocaleString('en')} with each check, all of them delivered exactly once; answers take 20 ms.`,
		columns: { '': ({ what }) => what, Measured: ({ value }) => value },
		rows: [
			{ what: 'CPU time of a quiet check', value: `${quiet.cpu.toFixed(1)} ms` },
			{ what: 'Requests of a quiet check', value: quiet.requests.toFixed(2) },
			{ what: 'Backlog: checks', value: backlog.checks },
			{ what: 'Backlog: requests', value: backlog.requests },
			{ what: 'Backlog: time from the first request to the last', value: `${backlog.seconds} s` },
			{ what: "Backlog: n8n's memory before", value: `${Math.round(backlog.before)} MB` },
			{ what: "Backlog: n8n's memory at the peak", value: `${Math.round(backlog.peak)} MB` },
			{ what: 'Backlog: largest state, saved by n8n', value: `${backlog.state} bytes` },
		],
		wanted: [['requests of a quiet check', quiet.requests, (value) => value <= 1.1, '1']],
	};
}

async function createWorkflow({ rest }, tenant, parameters) {
	const { id } = await rest.workflows.create({
		name: 'Trigger',
		nodes: [
			{
				id: randomUUID(),
				name: TRIGGER,
				type: 'n8n-nodes-peoplelens.peopleLensTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: { pollTimes: { item: EVERY_SECOND }, ...parameters },
				credentials: tenant.credential,
			},
			{
				id: randomUUID(),
				name: 'End',
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: [220, 0],
				parameters: {},
			},
		],
		connections: { [TRIGGER]: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	return id;
}

/** Rounds of silence and of checks in turn, so that what else goes on in n8n counts for both. */
async function watchQuietChecks(stage, rounds) {
	const tenant = await stage.openTenant({ auditLogs: 1000 });
	const id = await createWorkflow(stage, tenant, {});
	const watched = async () => {
		const [cpu, { next }] = [cpuTime(stage.pid), await tenant.requests(Number.MAX_SAFE_INTEGER)];
		await sleep(WATCHED_MS);
		return {
			cpu: cpuTime(stage.pid) - cpu,
			requests: (await tenant.requests(next)).data.length,
		};
	};
	const runs = [];
	for (let round = 0; round < rounds; round++) {
		const idle = await watched();
		assert.equal((await publish(stage.rest, id)).status, 'published');
		await sleep(3000);
		runs.push({ idle, active: await watched() });
		await unpublish(stage.rest, id);
	}
	await tenant.close();
	const checks = WATCHED_MS / 1000;
	return {
		cpu: median(runs.map(({ idle, active }) => (active.cpu - idle.cpu) / checks)),
		requests: median(runs.map(({ active }) => active.requests / checks)),
	};
}

async function drain(stage) {
	const tenant = await stage.openTenant({ auditLogs: BACKLOG, behaviour: { latencyMs: 20 } });
	const id = await createWorkflow(stage, tenant, {
		startFrom: 'date',
		startDate: '2020-01-01T00:00:00Z',
		options: { maxEvents: PER_CHECK },
	});
	const before = memory(stage.pid, 'VmRSS');
	forgetPeak(stage.pid);
	assert.equal((await publish(stage.rest, id)).status, 'published');
	const checks = BACKLOG / PER_CHECK;
	let state = 0;
	for (let done = 0; done < checks; await sleep(1000)) {
		done = await countExecutions(stage, id);
		state = Math.max(state, await stateSize(stage, id));
	}
	const peak = memory(stage.pid, 'VmHWM');
	await unpublish(stage.rest, id);

	const { data: requests } = await tenant.requests();
	const ids = await deliveredIds(stage, id);
	assert.equal(ids.length, BACKLOG);
	assert.equal(new Set(ids).size, BACKLOG);
	await tenant.close();
	const seconds = Math.round((requests.at(-1).at - requests[0].at) / 1000);
	return { checks, requests: requests.length, seconds, before, peak, state };
}

const filterOf = (workflowId) => JSON.stringify({ workflowId, status: ['success'] });

async function countExecutions({ rest }, workflowId) {
	const search = new URLSearchParams({ filter: filterOf(workflowId), limit: '1' });
	return (await rest.request('GET', `/executions?${search}`)).count;
}

async function deliveredIds({ rest }, workflowId) {
	const ids = [];
	for (let lastId; ;) {
		const filter = filterOf(workflowId);
		const search = new URLSearchParams({ filter, limit: '20', ...(lastId && { lastId }) });
		const { results } = await rest.request('GET', `/executions?${search}`);
		if (results.length === 0) return ids;
		for (const { id } of results) {
			ids.push(...itemsOf(await rest.executions.get(id), TRIGGER).map((item) => item.id));
		}
		lastId = results.at(-1).id;
	}
}

/** In bytes, as n8n keeps it in its database. */
async function stateSize({ host, folder, log }, id) {
	const sql = `SELECT length(staticData) AS size FROM workflow_entity WHERE id = '${id}'`;
	const [{ size }] = await query({ host, folder, log }, sql);
	return size ?? 0;
}
