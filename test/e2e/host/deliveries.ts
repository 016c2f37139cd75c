/** Which events reached which executions, as n8n has stored it. */
import type { ExecutionStatus } from 'n8n-workflow';
import {
	jsonOf,
	outputOf,
	UNDER_WAY,
	type Execution,
	type ShownError,
} from '../harness/n8n/execution';
import { NODE_TYPES } from '../harness/nodeTypes';
import type { HostEnvironment } from './environment';

/** One execution. */
export interface Delivery {
	id: string;
	status: ExecutionStatus;
	/** Their IDs, in the order of the items. */
	events: string[];
	error?: ShownError;
}

/** What was made compared with what arrived. */
export interface Comparison {
	events: number;
	executions: number;
	lost: string[];
	repeated: string[];
	/** Made before the workflow was published. */
	early: string[];
	/** Handed to an execution that n8n didn't bring to its end. */
	interrupted: string[];
	failures: ShownError[];
}

/**
 * Reads a workflow's executions, each finished one once. What an execution was given is remembered
 * from the first reading on: n8n throws it away when a worker dies in the middle (WorkflowRunner's
 * processError stores an empty run over it).
 * @returns reads them, oldest first
 */
export function deliveryReader(
	environment: HostEnvironment,
	workflowId: string,
): () => Promise<Delivery[]> {
	const known = new Map<string, Delivery>();
	return async () => {
		const { executions } = environment.rest;
		const ids = (await executions.listAll({ workflowId })).map(({ id }) => id).reverse();
		const deliveries: Delivery[] = [];
		for (const id of ids) {
			const before = known.get(id);
			const isFinal = before && !UNDER_WAY.has(before.status);
			const delivery = isFinal ? before : readDelivery(await executions.get(id), before);
			known.set(id, delivery);
			deliveries.push(delivery);
		}
		return deliveries;
	};
}

export function readDelivery(execution: Omit<Execution, 'startedAt'>, before?: Delivery): Delivery {
	const { id, status, data, workflowData } = execution;
	const trigger = workflowData.nodes.find(({ type }) => type === NODE_TYPES.peopleLensTrigger);
	const name = trigger?.name ?? '';
	// An execution that was cut short holds what it was started with and nothing else.
	const started = data.executionData?.nodeExecutionStack?.find(({ node }) => node.name === name);
	const put = outputOf(execution, name);
	const items = put.length > 0 ? put : jsonOf(started?.data.main[0]);
	const events = items.flatMap(({ id: event }) => (typeof event === 'string' ? event : []));
	const remembered = events.length > 0 ? events : (before?.events ?? []);
	return { id, status, events: remembered, error: data.resultData.error };
}

/** @param expected IDs of the events that must arrive */
export function compareDeliveries(expected: string[], deliveries: Delivery[]): Comparison {
	const times = new Map(expected.map((id) => [id, 0]));
	const early: string[] = [];
	for (const event of deliveries.flatMap(({ events }) => events)) {
		const count = times.get(event);
		if (count === undefined) early.push(event);
		else times.set(event, count + 1);
	}
	const having = (test: (count: number) => boolean) =>
		expected.filter((id) => test(times.get(id) ?? 0));
	return {
		events: expected.length,
		executions: deliveries.filter(({ events }) => events.length > 0).length,
		lost: having((count) => count === 0),
		repeated: having((count) => count > 1),
		early,
		interrupted: deliveries
			.filter(({ status }) => status !== 'success')
			.flatMap(({ events }) => events),
		failures: deliveries.flatMap(({ error }) => error ?? []),
	};
}
