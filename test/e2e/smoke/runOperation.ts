import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { CREDENTIAL_TYPE, NODE_TYPES } from '../harness/nodeTypes';
import { runNode, type NodeRun, type NodeToRun } from '../harness/n8n/runNode';
import type { Opened } from './opened';

type Run<Result> = (
	resource: string,
	operation: string,
	parameters: INodeParameters,
	more?: Partial<NodeToRun>,
) => Promise<Result>;

/** What has been run so far, such as `user:get`. */
export const operationsRun = new Set<string>();

/** Runs one operation of the node. */
export function createRunner(opened: Opened): {
	run: Run<NodeRun>;
	runForItems: Run<IDataObject[]>;
} {
	const run: Run<NodeRun> = async (resource, operation, parameters, more) => {
		const { rest, credential } = opened();
		operationsRun.add(`${resource}:${operation}`);
		return await runNode(rest, {
			type: NODE_TYPES.peopleLens,
			parameters: { resource, operation, ...parameters },
			credentials: { [CREDENTIAL_TYPE]: credential },
			...more,
		});
	};
	return {
		run,
		/** The items of a run that must not stop. */
		runForItems: async (...args) => {
			const { items, error } = await run(...args);
			expect(error?.message).toBeUndefined();
			return items;
		},
	};
}

export const idsOf = (rows: Array<{ id?: unknown }>): string[] => rows.map(({ id }) => String(id));
