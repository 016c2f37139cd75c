/** Which events reached which executions, as n8n has stored it. */
import { TRIGGER_TYPE } from './feed.mjs';

const UNDER_WAY = new Set(['new', 'running', 'waiting', 'unknown']);

/**
 * @typedef {object} Delivery one execution
 * @property {string} id
 * @property {string} status
 * @property {string[]} events their ids, in the order of the items
 * @property {{ message: string, description?: string }} [error]
 */

/**
 * Reads a workflow's executions, each finished one once. What an execution was given is remembered
 * from the first reading on: n8n throws it away when a worker dies in the middle (WorkflowRunner's
 * processError stores an empty run over it).
 * @param {import('./stage.mjs').Stage} stage
 * @param {string} workflowId
 * @returns {() => Promise<Delivery[]>} oldest first
 */
export function deliveryReader(stage, workflowId) {
	const known = new Map();
	return async () => {
		const ids = (await stage.rest.executions.listAll({ workflowId })).map(({ id }) => id).reverse();
		for (const id of ids) {
			const before = known.get(id);
			if (before && !UNDER_WAY.has(before.status)) continue;
			const delivery = readDelivery(await stage.rest.executions.get(id));
			const events = delivery.events.length > 0 ? delivery.events : (before?.events ?? []);
			known.set(id, { ...delivery, events });
		}
		return ids.map((id) => known.get(id));
	};
}

/** @returns {Delivery} */
function readDelivery({ id, status, data, workflowData }) {
	const { name } = workflowData.nodes.find(({ type }) => type === TRIGGER_TYPE);
	const { error, runData = {} } = data.resultData;
	// An execution that was cut short holds what it was started with and nothing else.
	const started = data.executionData?.nodeExecutionStack?.find(({ node }) => node.name === name);
	const items = runData[name]?.[0]?.data?.main[0] ?? started?.data.main[0] ?? [];
	return { id, status, events: items.map(({ json }) => json.id).filter(Boolean), error };
}

/**
 * Compares what was made with what arrived.
 * @param {string[]} expected ids of the events that must arrive
 * @param {Delivery[]} deliveries
 */
export function tally(expected, deliveries) {
	const times = new Map(expected.map((id) => [id, 0]));
	const foreign = [];
	for (const event of deliveries.flatMap(({ events }) => events)) {
		if (times.has(event)) times.set(event, times.get(event) + 1);
		else foreign.push(event);
	}
	const having = (test) => expected.filter((id) => test(times.get(id)));
	return {
		events: expected.length,
		executions: deliveries.filter(({ events }) => events.length > 0).length,
		lost: having((count) => count === 0),
		repeated: having((count) => count > 1),
		/** Made before the workflow was published. */
		foreign,
		/** Handed to an execution that n8n didn't bring to its end. */
		interrupted: deliveries
			.filter(({ status }) => status !== 'success')
			.flatMap(({ events }) => events),
		failures: deliveries.filter(({ error }) => error).map(({ error }) => error),
	};
}
