/** Runs one node in n8n and measures it. */
import type { INodeParameters } from 'n8n-workflow';
import type { RecordedRequest } from '../../sandbox';
import { delay } from '../../test/e2e/harness/node';
import { NODE, runNode, type NodeRun, type NodeToRun } from '../../test/e2e/harness/n8n/runNode';
import { CREDENTIAL_TYPE, NODE_TYPES } from '../../test/e2e/harness/nodeTypes';
import type { BenchEnvironment, BenchTenant } from './environment';

/** ms: n8n tidies up after an execution, which would count for the next one. */
const SETTLE_MS = 300;

export interface Measurement extends NodeRun {
	/** What n8n took for the node alone. */
	ms: number;
	/** Those that arrived. */
	requests: RecordedRequest[];
}

export async function measure(
	{ rest }: BenchEnvironment,
	tenant: BenchTenant,
	node: NodeToRun,
): Promise<Measurement> {
	await delay(SETTLE_MS);
	const { next } = await tenant.requests(Number.MAX_SAFE_INTEGER);
	const outcome = await runNode(rest, { credentials: tenant.credentials, ...node });
	const [run] = outcome.execution.data.resultData.runData?.[NODE] ?? [];
	const { data: requests } = await tenant.requests(next);
	return { ...outcome, ms: run?.executionTime ?? NaN, requests };
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
