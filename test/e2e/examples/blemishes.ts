import type { IConnections, INode } from 'n8n-workflow';
import { NODE_TYPES } from '../harness/nodeTypes';
import type { WorkflowContent } from '../harness/workflow';

const LONGEST_NOTE = 900;

/**
 * What makes a workflow unfit to be given to others: credentials or data of whoever made it, or
 * nothing that explains it.
 * @returns in words
 */
export function findBlemishes(workflow: WorkflowContent): string[] {
	const { nodes, connections } = workflow;
	const names = nodes.map(({ name }) => name);
	const found: string[] = [];
	if (workflow.active) found.push('It is active');
	if (workflow.id || workflow.pinData) found.push('It carries an ID or pinned data');
	for (const node of nodes) {
		if (node.credentials) found.push(`"${node.name}" names a credential of its maker`);
		if (node.type === NODE_TYPES.slack && !node.retryOnFail) {
			found.push(`"${node.name}" gives up when Slack takes no message for a moment`);
		}
	}
	for (const { name } of nodes.filter(remembersForGood(workflow))) {
		found.push(`"${name}" fails for good once its history is full, which nothing empties on time`);
	}
	if (new Set(names).size < names.length) found.push('Two nodes have the same name');
	for (const target of [...Object.keys(connections), ...targetsOf(connections)]) {
		if (!names.includes(target)) {
			found.push(`A connection leads to "${target}", which is not there`);
		}
	}
	const notes = nodes
		.filter(({ type }) => type === NODE_TYPES.stickyNote)
		.map(({ parameters }) => String(parameters.content));
	if (notes.length === 0) found.push('It has no note that explains it');
	for (const text of notes) {
		if (text.length > LONGEST_NOTE) found.push(`A note has ${text.length} characters`);
	}
	return found;
}

/**
 * n8n's *Remove Duplicates* drops nothing from its history: beyond *History Size*, it fails. Another one
 * can empty it that has the same history, and that the clock starts.
 */
const remembersForGood =
	({ nodes, connections }: WorkflowContent) =>
	({ type, parameters }: INode): boolean => {
		const { operation, logic = KEEP_NEW } = parameters;
		if (type !== REMOVE_DUPLICATES || operation !== LEAVE_OUT || logic !== KEEP_NEW) {
			return false;
		}
		const started = nodes
			.filter((node) => node.type === 'n8n-nodes-base.scheduleTrigger' && !node.disabled)
			.flatMap(({ name }) => targetsOf({ [name]: connections[name] ?? {} }));
		const isEmptied = nodes.some(
			(node) =>
				node.type === REMOVE_DUPLICATES &&
				node.parameters.operation === 'clearDeduplicationHistory' &&
				started.includes(node.name) &&
				[parameters, node.parameters].every(isOfWorkflow),
		);
		return !isEmptied;
	};

const REMOVE_DUPLICATES = 'n8n-nodes-base.removeDuplicates';
const LEAVE_OUT = 'removeItemsSeenInPreviousExecutions';
const KEEP_NEW = 'removeItemsWithAlreadySeenKeyValues';

const isOfWorkflow = ({ options }: INode['parameters']) =>
	typeof options === 'object' &&
	options !== null &&
	'scope' in options &&
	options.scope === 'workflow';

const targetsOf = (connections: IConnections): string[] =>
	Object.values(connections)
		.flatMap((outputs) => Object.values(outputs))
		.flat(2)
		.flatMap((link) => link?.node ?? []);
