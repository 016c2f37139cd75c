import type { IExecuteFunctions } from 'n8n-workflow';

/** Why this run of the node may see a part of the list only, and what to do about it. */
export interface PartialList {
	reason: string;
	fix: string;
}

const WHOLE =
	'All people have to come at once: bring them together with a Merge node (mode Append) before this one, and keep it out of loops.';

/**
 * Whether n8n may hand over the list in parts. The people in the other parts would lose their access,
 * because a sync takes what it gets as the whole list.
 */
export function findPartialList(context: IExecuteFunctions): PartialList | undefined {
	const { name, executeOnce } = context.getNode();
	if (executeOnce) {
		return {
			reason: "'Execute Once' is on in the settings of this node, so it sees the first item only",
			fix: "Switch 'Execute Once' off: a sync takes all items together anyway.",
		};
	}
	const { $runIndex } = context.getWorkflowDataProxy(0);
	if ($runIndex > 0) {
		const reason = `This is run ${$runIndex + 1} of this node in one execution, so the people come in parts`;
		return { reason, fix: WHOLE };
	}
	const behind = new Set(namesOf(context.getChildNodes(name)));
	if (namesOf(context.getParentNodes(name)).some((before) => behind.has(before))) {
		return { reason: 'This node is in a loop, so the people may come in parts', fix: WHOLE };
	}
	const sources = sourcesOf(context, name);
	if (sources.length > 1) {
		const list = sources.map((source) => `'${source}'`).join(' and ');
		const reason = `People come from ${list}, and n8n runs this node for each of them alone`;
		return { reason, fix: WHOLE };
	}
	return undefined;
}

/** The nodes that hand items to this one in this execution, or may do so yet. */
function sourcesOf(context: IExecuteFunctions, name: string): string[] {
	const { $ } = context.getWorkflowDataProxy(0);
	// Of the nodes that another trigger starts, none has run.
	return directParents(context, name).filter((parent) =>
		[parent, ...namesOf(context.getParentNodes(parent))].some(
			(before) => $(before).isExecuted === true,
		),
	);
}

function directParents(context: IExecuteFunctions, name: string): string[] {
	const parents = (of: string, depth?: number) => namesOf(context.getParentNodes(of, { depth }));
	const knowsDepth = parents(name, 0).length === 0;
	if (knowsDepth) return parents(name, 1);
	// n8n 1 gives those further up as well.
	const all = parents(name);
	const further = new Set(all.flatMap((parent) => parents(parent)));
	return all.filter((parent) => !further.has(parent));
}

const namesOf = (nodes: ReturnType<IExecuteFunctions['getParentNodes']>) =>
	nodes.map(({ name }) => name);
