/** Whether an n8n knows everything that a workflow uses. */
import {
	NodeHelpers,
	type INode,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { isDeepStrictEqual } from '../harness/node';
import type { WorkflowContent } from '../harness/workflow';

/** Entered values, by the names of parameters. */
type Values = Record<string, unknown>;

/**
 * @param types all node types, as that n8n gives them to its editor
 * @returns what it doesn't know, in words; empty when it knows all
 */
export function findUnknown({ nodes }: WorkflowContent, types: INodeTypeDescription[]): string[] {
	return nodes.flatMap((node) => {
		const where = `"${node.name}" (${node.type} ${node.typeVersion})`;
		const type = types.find(
			({ name, version }) => name === node.type && [version].flat().includes(node.typeVersion),
		);
		return type ? unknownIn(node, type).map((what) => `${where}: ${what}`) : `${where}: the node`;
	});
}

function unknownIn(node: INode, type: INodeTypeDescription): string[] {
	// What n8n's own reading drops is unknown, or hidden by another choice in the same node.
	const { properties } = type;
	const kept: Values =
		NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, type) ?? {};
	const dropped = Object.entries(node.parameters).flatMap(([name, value]) =>
		pathsIn(value, kept[name], name),
	);
	const { parameters = {} } = NodeHelpers.getNodeParametersIssues(properties, node, type) ?? {};
	return [
		...dropped.map((path) => `the parameter ${path}`),
		...Object.values(parameters).flat(),
		...wrongChoices(properties, node.parameters),
	];
}

/** Paths of `given` that are missing in `kept`, or have become something else. */
function pathsIn(given: unknown, kept: unknown, path: string): string[] {
	const inside = isObject(given) ? Object.entries(given) : [];
	if (inside.length === 0) return isDeepStrictEqual(given, kept) ? [] : [path];
	const counterpart = isObject(kept) ? kept : {};
	return inside.flatMap(([key, value]) => pathsIn(value, counterpart[key], `${path}.${key}`));
}

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null;

/** Fixed values that none of the dropdowns of that name offers, also deeper inside. */
function wrongChoices(properties: INodeProperties[], values: unknown): string[] {
	if (!isObject(values)) return [];
	return Object.entries(values).flatMap(([name, value]) => {
		const named = properties.filter((property) => property.name === name);
		const groups = named.flatMap((property) => groupsOf(property, value));
		return [
			...wrongChoice(named.filter(isFixedDropdown), name, value),
			...groups.flatMap(({ fields, chosen }) => wrongChoices(fields, chosen)),
		];
	});
}

interface Group {
	fields: INodeProperties[];
	chosen: unknown;
}

/** The groups of fields inside a collection, each with what is entered there. */
function groupsOf({ type, options = [] }: INodeProperties, value: unknown): Group[] {
	if (type === 'collection') return [{ fields: options.filter(isField), chosen: value }];
	if (type !== 'fixedCollection' || !isObject(value)) return [];
	return options
		.filter(isGroup)
		.flatMap(({ name, values }) =>
			[value[name] ?? []].flat().map((chosen) => ({ fields: values, chosen })),
		);
}

type Option = NonNullable<INodeProperties['options']>[number];

const isField = (option: Option): option is INodeProperties => 'type' in option;
const isGroup = (option: Option): option is INodePropertyCollection => 'values' in option;
const isChoice = (option: Option): option is INodePropertyOptions => 'value' in option;

const isFixedDropdown = ({ type, typeOptions }: INodeProperties) =>
	type === 'options' && !typeOptions?.loadOptionsMethod && !typeOptions?.loadOptions;

function wrongChoice(dropdowns: INodeProperties[], name: string, value: unknown): string[] {
	const offered = dropdowns
		.flatMap(({ options = [] }) => options.filter(isChoice))
		.map((option): unknown => option.value);
	const isExpression = typeof value === 'string' && value.startsWith('=');
	if (dropdowns.length === 0 || typeof value === 'object' || isExpression) return [];
	return offered.includes(value) ? [] : [`the choice "${String(value)}" in ${name}`];
}
