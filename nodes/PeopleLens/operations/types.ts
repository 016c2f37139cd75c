import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Api } from '../api/client';
import type { User } from '../api/types';
import type { ForEach } from './parallel';
import type { Turns } from './turns';

/** What every operation gets to work with. */
export interface Run {
	context: IExecuteFunctions;
	api: Api;
}

/** What an operation gets to work on one input item. */
export interface ItemRun extends Run {
	itemIndex: number;
	memory: RunMemory;
}

/** What an operation gets to work on all input items together. */
export interface ListRun extends Run {
	forEach: ForEach;
}

/** What the items of one execution share. */
export interface RunMemory {
	/** People looked up or invited so far, by e-mail in lower case: nobody is invited twice. */
	invited: Map<string, User>;
	/** Actors of audit logs, by user ID; null for people PeopleLens no longer returns. */
	actors: Map<string, User | null>;
	/** Items about the same person, by e-mail in lower case, one after the other. */
	turns: Turns;
}

/** What came out for some of the input items. */
export interface Result {
	json: IDataObject;
	/** The indexes of those items; none for something that no item speaks of. */
	items: number[];
}

interface OperationWords {
	resource: 'auditLog' | 'user';
	/** The value of the `operation` parameter: part of the public contract. */
	operation: string;
	name: string;
	/** Sentence case, without articles: what the node panel lists. */
	action: string;
	description: string;
	fields: INodeProperties[];
}

/** An operation that works on the input items one by one. */
export interface ItemOperation extends OperationWords {
	/**
	 * Works on one input item and returns the objects that become its output items.
	 * @throws NodeApiError when PeopleLens refuses, NodeOperationError when a parameter is not usable
	 */
	execute(run: ItemRun): Promise<IDataObject[]>;
}

/** An operation for which all input items together are one thing, such as a list of people. */
export interface ListOperation extends OperationWords {
	/**
	 * Works on all input items at once and returns what becomes the output items.
	 * @throws as `execute` does, when nothing was changed
	 */
	executeAll(run: ListRun): Promise<Result[]>;
}

/**
 * One operation, whole: its words, its fields and its code. The dropdowns, the fields' display
 * rules and the dispatch are all derived from the list of these in `index.ts`.
 */
export type Operation = ItemOperation | ListOperation;
