/** The one place that knows how a workflow is written down. */
import type {
	IConnections,
	IDataObject,
	INode,
	INodeParameters,
	NodeConnectionType,
} from 'n8n-workflow';
import { randomUUID } from './node';

/** A workflow as n8n imports it. */
export interface WorkflowContent {
	id?: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: object;
	/** What a trigger puts out when the workflow is run by hand, by the trigger's name. */
	pinData?: Record<string, Array<{ json: object }>>;
	active?: boolean;
	/** What its triggers remember. */
	staticData?: IDataObject | null;
}

/** A credential as a node refers to it. */
export interface CredentialReference {
	id: string;
	name: string;
}

export type NewNode = Pick<INode, 'name' | 'type'> & Partial<INode>;

/** A link from one node to another; `type` is `main` unless told otherwise. */
export interface Link {
	from: string;
	to: string;
	type?: NodeConnectionType;
	/** Which output of `from`, and which input of `to`. Default: the first. */
	output?: number;
	input?: number;
}

/** A node with what every node has: an ID, a version, a place. */
export function createNode(node: NewNode): INode {
	return { id: randomUUID(), typeVersion: 1, position: [0, 0], parameters: {}, ...node };
}

/** @param links default: a chain of the nodes in their order */
export function createWorkflow({
	name,
	nodes,
	links = chainOf(nodes),
	...more
}: {
	name: string;
	nodes: NewNode[];
	links?: Link[];
	pinData?: WorkflowContent['pinData'];
}): WorkflowContent {
	const placed = nodes.map((node, index) => createNode({ position: [index * 220, 0], ...node }));
	const connections = connect(links);
	return { name, nodes: placed, connections, settings: { executionOrder: 'v1' }, ...more };
}

export const chainOf = (nodes: Array<{ name: string }>): Link[] =>
	nodes.slice(1).map((node, index) => ({ from: nodes[index].name, to: node.name }));

export function connect(links: Link[]): IConnections {
	const connections: IConnections = {};
	for (const { from, to, type = 'main', output = 0, input = 0 } of links) {
		const outputs = ((connections[from] ??= {})[type] ??= []);
		while (outputs.length <= output) outputs.push([]);
		(outputs[output] ??= []).push({ node: to, type, index: input });
	}
	return connections;
}

/** Plain objects as pinned data. */
export const pin = (trigger: string, items: object[]): WorkflowContent['pinData'] => ({
	[trigger]: items.map((json) => ({ json })),
});

/** A resource locator's value, such as a user by e-mail. */
export const locate = (mode: string, value: string): INodeParameters => ({
	__rl: true,
	mode,
	value,
});
