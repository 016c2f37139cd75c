/** Runs one node in n8n and measures it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { runNode } from '../host/oneNode.mjs';

/** ms: n8n tidies up after an execution, which would count for the next one. */
const REST = 300;

/**
 * @param {import('./stage.mjs').Stage} stage
 * @param {object} tenant
 * @param {object} node `type`, `typeVersion`, `parameters`, `settings` and `input` of the node
 * @returns what came out; `ms`: what n8n took for the node alone; `requests`: those that arrived
 */
export async function measure({ rest }, tenant, node) {
	await sleep(REST);
	const { next } = await tenant.requests(Number.MAX_SAFE_INTEGER);
	const { items, error, execution } = await runNode(rest, {
		credentials: tenant.credential,
		...node,
	});
	const [{ executionTime }] = execution.data.resultData.runData.Node ?? [{}];
	const { data: requests } = await tenant.requests(next);
	return { ms: executionTime, items, error, requests };
}

/** This package's node. */
export const peopleLens = (resource, operation, parameters = {}) => ({
	type: 'n8n-nodes-peoplelens.peopleLens',
	parameters: { resource, operation, ...parameters },
});

/** n8n's HTTP Request node with the same credential. */
export const httpRequest = (url, parameters) => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'peopleLensApi',
		...parameters,
	},
});

export function median(numbers) {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	return sorted.length % 2 === 1
		? sorted[Math.floor(middle)]
		: (sorted[middle - 1] + sorted[middle]) / 2;
}
