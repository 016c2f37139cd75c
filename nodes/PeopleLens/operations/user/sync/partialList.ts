import type { IExecuteFunctions, ISourceData } from 'n8n-workflow';

import { isTool } from '../../../parameters/origin';
import type { Refusal } from '../../../sync/types';
import { pastRuns, pendingNodes } from '../../host';

const BRING_TOGETHER =
	'All people have to come at once: bring them together with a Merge node (mode Append) before this one, and keep it out of loops.';

/**
 * Whether n8n hands over the list in parts. The people in the other parts would lose their access,
 * because a sync takes what it gets as the whole list. What it can't see is a workflow that calls this
 * one several times.
 */
export function findPartialList(context: IExecuteFunctions): Refusal | undefined {
	if (isTool(context)) {
		return {
			reason: 'An AI model hands over a part of the list with each call',
			fix: "Switch 'Deactivate Extra' off in the tool. To take access away, run Sync in a workflow that reads the whole list.",
		};
	}
	const { name, executeOnce } = context.getNode();
	if (executeOnce) {
		return {
			reason: "'Execute Once' is on in the settings of this node: it sees the first item only",
			fix: "Switch 'Execute Once' off: a sync takes all items together anyway.",
		};
	}
	const reason = runsBefore(context) ?? loop(context, name) ?? runsToCome(context, name);
	return reason === undefined ? leftBehind(context) : { reason, fix: BRING_TOGETHER };
}

function runsBefore(context: IExecuteFunctions): string | undefined {
	const { $runIndex } = context.getWorkflowDataProxy(0);
	if ($runIndex === 0) return undefined;
	return `This is run ${$runIndex + 1} of this node in one execution: the people come in parts`;
}

function loop(context: IExecuteFunctions, name: string): string | undefined {
	const behind = namesOf(context.getChildNodes(name));
	const before = new Set(namesOf(context.getParentNodes(name)));
	const isLoop = behind.some((node) => before.has(node));
	return isLoop ? 'This node is in a loop: the people may come in parts' : undefined;
}

/** Whether n8n will run this node once more, for what comes another way. */
function runsToCome(context: IExecuteFunctions, name: string): string | undefined {
	const pending = pendingNodes(context);
	if (!pending) return several(context, name);
	if (pending.includes(name)) {
		return 'n8n is to run this node once more, with other items: the people come in parts';
	}
	const other = pending.find((node) => namesOf(context.getChildNodes(node)).includes(name));
	if (other === undefined) return undefined;
	return `'${other}' has yet to run, and leads to this node as well: the people may come in parts`;
}

/** For an n8n that does not tell what it will run. */
function several(context: IExecuteFunctions, name: string): string | undefined {
	const [one, other] = namesOf(context.getParentNodes(name, { depth: 1 }));
	return other && `'${one}' and '${other}' lead to this node: the people may come in parts`;
}

/**
 * Whether people were left behind on the way here: where a node has run more often than the one behind
 * it (a single step that is executed in the editor gets the first run only of what came before), or
 * where some of its items have taken its error output.
 */
function leftBehind(context: IExecuteFunctions): Refusal | undefined {
	const runs = pastRuns(context);
	const seen = new Set<string>();
	const open = [{ count: 1, sources: context.getExecuteData().source?.main ?? [] }];
	for (let behind = open.pop(); behind; behind = open.pop()) {
		for (const { previousNode, previousNodeOutput = 0 } of behind.sources.filter(isSource)) {
			const before = runs[previousNode] ?? [];
			const outputs = before.map(({ data }) => data?.main ?? []);
			const withItems = outputs.filter((output) => output[previousNodeOutput]?.length);
			if (withItems.length > behind.count) {
				return {
					reason: `'${previousNode}' has run ${withItems.length} times, and n8n hands over one of them: the people come in parts`,
					fix: BRING_TOGETHER,
				};
			}
			const others = outputs.flatMap((output) => output.filter((_, n) => n !== previousNodeOutput));
			const failed = others.flatMap((items) => items ?? []).filter(({ json }) => json.error);
			if (failed.length > 0) {
				return {
					reason: `'${previousNode}' has failed for ${failed.length} of its items, which have taken its error output: people may be missing`,
					fix: `Run the workflow again once '${previousNode}' works. With its 'On Error' set to 'Stop Workflow', the sync does not begin in such a case.`,
				};
			}
			if (seen.has(previousNode)) continue;
			seen.add(previousNode);
			open.push({ count: before.length, sources: before.flatMap(({ source }) => source) });
		}
	}
	return undefined;
}

const isSource = (source: ISourceData | null): source is ISourceData => source !== null;

const namesOf = (nodes: ReturnType<IExecuteFunctions['getParentNodes']>) =>
	nodes.map(({ name }) => name);
