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

/** So long after the last delivery, nothing is left. */
const DRAINED_S = 10;

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
		about: `Checked once a second (n8n's users check once a minute or less often). CPU time of a quiet check: that of n8n's process while the workflow is published, less that of the same n8n without it. The backlog: 100,000 events, listed newest first, at most ${PER_CHECK.toLocaleString('en')} with each check, all of them delivered exactly once; answers take 20 ms.`,
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
	await tenant.stop();
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
	let state = 0;
	// A check delivers up to a page less than it may, so nobody knows how many it takes.
	for (let [done, still] = [0, 0]; done === 0 || still < DRAINED_S; await sleep(1000)) {
		const count = await countExecutions(stage, id);
		still = count === done ? still + 1 : 0;
		done = count;
		state = Math.max(state, await stateSize(stage, id));
	}
	const peak = memory(stage.pid, 'VmHWM');
	await unpublish(stage.rest, id);

	const executions = await stage.rest.executions.listAll({ workflowId: id });
	const ids = await deliveredIds(stage, executions);
	assert.equal(ids.length, BACKLOG);
	assert.equal(new Set(ids).size, BACKLOG);
	const end = Date.parse(executions[0].startedAt);
	const requests = (await tenant.requests()).data.filter(({ at }) => at <= end);
	await tenant.stop();
	const seconds = Math.round((end - requests[0].at) / 1000);
	return { checks: executions.length, requests: requests.length, seconds, before, peak, state };
}

async function countExecutions({ rest }, workflowId) {
	const filter = JSON.stringify({ workflowId });
	const { count } = await rest.request('GET', `/executions?${new URLSearchParams({ filter })}`);
	return count;
}

async function deliveredIds({ rest }, executions) {
	const ids = [];
	for (const { id } of executions) {
		ids.push(...itemsOf(await rest.executions.get(id), TRIGGER).map((item) => item.id));
	}
	return ids;
}

/** In bytes, as n8n keeps it in its database. */
async function stateSize({ host, folder, log }, id) {
	const sql = `SELECT length(staticData) AS size FROM workflow_entity WHERE id = '${id}'`;
	const [{ size }] = await query({ host, folder, log }, sql);
	return size ?? 0;
}
