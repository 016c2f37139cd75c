/** Runs one node in n8n and measures it. */
import type { INodeParameters } from 'n8n-workflow';
import type { RecordedRequest } from '../../sandbox';
import { delay } from '../../test/e2e/harness/node';
import { NODE, runNode, type NodeRun, type NodeToRun } from '../../test/e2e/harness/n8n/runNode';
import { CREDENTIAL_TYPE, NODE_TYPES } from '../../test/e2e/harness/nodeTypes';
import type { BenchEnvironment, BenchTenant } from './environment';
import { cpuTime, isMeasurable } from './process';

/** ms: n8n tidies up after an execution, which would count for the next one. */
const SETTLE_MS = 300;

export interface Measurement extends NodeRun {
	/** What n8n took for the node alone. */
	ms: number;
	/** CPU time of n8n's process for the whole execution, where that can be measured. */
	cpuMs: number;
	/** Those that arrived. */
	requests: RecordedRequest[];
}

export async function measure(
	{ rest, pid }: BenchEnvironment,
	tenant: BenchTenant,
	node: NodeToRun,
): Promise<Measurement> {
	await delay(SETTLE_MS);
	const { next } = await tenant.requests(Number.MAX_SAFE_INTEGER);
	const before = isMeasurable ? cpuTime(pid) : NaN;
	const outcome = await runNode(rest, { credentials: tenant.credentials, ...node });
	const cpuMs = isMeasurable ? cpuTime(pid) - before : NaN;
	const [run] = outcome.execution.data.resultData.runData?.[NODE] ?? [];
	const { data: requests } = await tenant.requests(next);
	return { ...outcome, ms: run?.executionTime ?? NaN, cpuMs, requests };
}

/** This package's node. */
export const peopleLens = (
	resource: string,
	operation: string,
	parameters: INodeParameters = {},
): NodeToRun => ({
	type: NODE_TYPES.peopleLens,
	parameters: { resource, operation, ...parameters },
});

/** n8n's HTTP Request node with the same credential. */
export const httpRequest = (url: string, parameters: INodeParameters): NodeToRun => ({
	type: NODE_TYPES.httpRequest,
	typeVersion: 4.2,
	parameters: {
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: CREDENTIAL_TYPE,
		...parameters,
	},
});

export function median(numbers: number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	return sorted.length % 2 === 1
		? sorted[Math.floor(middle)]
		: (sorted[middle - 1] + sorted[middle]) / 2;
}
