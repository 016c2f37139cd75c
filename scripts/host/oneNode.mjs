/** Runs a single node through n8n's REST interface, as "Execute workflow" in the editor does. */
import { randomUUID } from 'node:crypto';
import { itemsOf } from './executionData.mjs';

const TRIGGER = 'Start';
const NODE = 'Node';

/**
 * @param {import('./rest.mjs').Rest} rest
 * @param {object} options
 * @param {string} options.type of the node, such as n8n-nodes-peoplelens.peopleLens
 * @param {number} [options.typeVersion] default: 1
 * @param {object} options.parameters
 * @param {object} [options.credentials] type → { id, name }
 * @param {object[]} [options.input] plain objects; default: one empty item
 * @param {object} [options.settings] of the node, such as { onError: 'continueRegularOutput' }
 * @returns {Promise<{ items: object[], error?: object, execution: object }>} error: what the editor
 *   shows when the node stopped, with `message` and `description`
 */
export async function runNode(
	rest,
	{ type, typeVersion = 1, parameters, credentials, input = [{}], settings },
) {
	const { id } = await rest.workflows.create({
		name: `${parameters.resource} ${parameters.operation}`,
		nodes: [
			node(TRIGGER, 'n8n-nodes-base.manualTrigger', {}, 0),
			{ ...node(NODE, type, parameters, 220), typeVersion, credentials, ...settings },
		],
		connections: { [TRIGGER]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
		pinData: { [TRIGGER]: input.map((json) => ({ json })) },
		settings: { executionOrder: 'v1' },
	});
	const execution = await rest.executions.wait(await rest.workflows.run(id, TRIGGER));
	const { error } = execution.data.resultData;
	return { items: itemsOf(execution, NODE), error, execution };
}

function node(name, type, parameters, x) {
	return { id: randomUUID(), name, type, typeVersion: 1, position: [x, 0], parameters };
}
