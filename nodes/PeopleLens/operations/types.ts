import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Api } from '../api/client';
import type { User } from '../api/types';

/** What an operation gets to work on one input item. */
export interface ItemRun {
	context: IExecuteFunctions;
	api: Api;
	itemIndex: number;
	memory: RunMemory;
}

/** What the items of one execution share. */
export interface RunMemory {
	/** People looked up or invited so far, by e-mail in lower case: nobody is invited twice. */
	invited: Map<string, User>;
	/** Actors of audit logs, by user ID; null for people PeopleLens no longer returns. */
	actors: Map<string, User | null>;
}

/**
 * One operation, whole: its words, its fields and its code. The dropdowns, the fields' display
 * rules and the dispatch are all derived from the list of these in `index.ts`.
 */
export interface Operation {
	resource: 'auditLog' | 'user';
	/** The value of the `operation` parameter: part of the public contract. */
	operation: string;
	name: string;
	/** Sentence case, without articles: what the node panel lists. */
	action: string;
	description: string;
	fields: INodeProperties[];
	/**
	 * Works on one input item and returns the objects that become its output items.
	 * @throws NodeApiError when PeopleLens refuses, NodeOperationError when a parameter is not usable
	 */
	execute(run: ItemRun): Promise<IDataObject[]>;
}
