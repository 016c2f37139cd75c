/** Whether an n8n knows everything that a workflow uses. */
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';

// Its ES modules are made for bundlers; Node itself can load the other ones only.
const { NodeHelpers } = createRequire(import.meta.url)('n8n-workflow');

/**
 * @param {object} workflow
 * @param {object[]} types all node types, as that n8n gives them to its editor
 * @returns {string[]} what it doesn't know, in words; empty when it knows all
 */
export function findUnknown({ nodes }, types) {
	return nodes.flatMap((node) => {
		const where = `"${node.name}" (${node.type} ${node.typeVersion})`;
		const type = types.find(
			({ name, version }) => name === node.type && [version].flat().includes(node.typeVersion),
		);
		return type ? unknownIn(node, type).map((what) => `${where}: ${what}`) : `${where}: the node`;
	});
}

function unknownIn(node, type) {
	// What n8n's own reading drops is unknown, or hidden by another choice in the same node.
	const { properties } = type;
	const kept = NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, type);
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
function pathsIn(given, kept, path) {
	const inside = typeof given === 'object' && given !== null ? Object.entries(given) : [];
	if (inside.length === 0) return isDeepStrictEqual(given, kept) ? [] : [path];
	return inside.flatMap(([key, value]) => pathsIn(value, kept?.[key], `${path}.${key}`));
}

/** Fixed values that none of the dropdowns of that name offers, also deeper inside. */
function wrongChoices(properties, values) {
	return Object.entries(values).flatMap(([name, value]) => {
		const named = properties.filter((property) => property.name === name);
		const groups = named.flatMap(({ type, options }) =>
			type === 'collection' ? [[options, value]] : groupsOf(type, options, value),
		);
		return [
			...wrongChoice(named.filter(isFixedDropdown), name, value),
			...groups.flatMap(([inner, chosen]) => wrongChoices(inner, chosen)),
		];
	});
}

/** The groups of a fixed collection: the fields of each, with what is entered there. */
const groupsOf = (type, groups, value) =>
	type === 'fixedCollection'
		? groups.flatMap((group) =>
				[value[group.name] ?? []].flat().map((chosen) => [group.values, chosen]),
			)
		: [];

const isFixedDropdown = ({ type, typeOptions }) =>
	type === 'options' && !typeOptions?.loadOptionsMethod && !typeOptions?.loadOptions;

function wrongChoice(dropdowns, name, value) {
	const offered = dropdowns.flatMap(({ options = [] }) => options.map((option) => option.value));
	const isExpression = typeof value === 'string' && value.startsWith('=');
	if (dropdowns.length === 0 || typeof value === 'object' || isExpression) return [];
	return offered.includes(value) ? [] : [`the choice "${value}" in ${name}`];
}
