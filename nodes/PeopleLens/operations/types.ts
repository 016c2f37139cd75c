import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import type { ActorCache } from '../api/actors';
import type { Api } from '../api/client';
import type { Width } from '../api/http/semaphore';
import type { HiringRecord } from '../api/records';
import type { User } from '../api/types';
import type { EarlierTries } from './earlierTries';
import type { ItemMutex } from './keyedMutex';
import type { MapConcurrent } from './mapConcurrent';

/** What every operation gets to work with. */
export interface Run {
	context: IExecuteFunctions;
	api: Api;
}

/** What an operation gets to work on one input item. */
export interface ItemRun extends Run {
	itemIndex: number;
	cache: ExecutionCache;
	/** Work about one record, such as a person, is done one after the other, in all items. */
	mutex: ItemMutex;
	earlier: EarlierTries;
	/** How many requests it is worth having ready, for all items together. */
	width: Width;
}

/** What an operation gets to work on all input items together. */
export interface ListRun extends Run {
	forEach: MapConcurrent;
	earlier: EarlierTries;
}

/** What the items of one execution share. */
export interface ExecutionCache {
	/** People looked up or invited so far, by the key of their e-mail. */
	people: Map<string, User>;
	/** Whose invitation may have been sent although its answer got lost, by the same key. */
	maybeInvited: Set<string>;
	actors: ActorCache;
	/** Jobs that were read, by ID. */
	jobs: Map<string, Promise<HiringRecord>>;
}

/** What came out for some of the input items. */
export interface OutputRow {
	json: IDataObject;
	/** The indexes of those items; none for something that no item speaks of. */
	items: number[];
	binary?: IBinaryKeyData;
}

/** Why nothing came out for some of the input items. */
export interface FailedRow {
	error: NodeApiError | NodeOperationError;
	items: number[];
}

/** An output item that brings files along. */
export class ItemWithFiles {
	constructor(
		readonly json: IDataObject,
		readonly binary: IBinaryKeyData,
	) {}
}

export type Resource =
	'auditLog' | 'candidate' | 'document' | 'interview' | 'job' | 'template' | 'user';

interface OperationDescription {
	resource: Resource;
	/** The value of the `operation` parameter: part of the public contract. */
	operation: string;
	name: string;
	/** Sentence case, without articles: what the node panel lists. */
	action: string;
	description: string;
	fields: INodeProperties[];
}

/** An operation that works on the input items one by one. */
export interface ItemOperation extends OperationDescription {
	/**
	 * Works on one input item and returns the objects that become its output items.
	 * @throws NodeApiError when PeopleLens refuses, NodeOperationError when a parameter is not usable
	 */
	execute(run: ItemRun): Promise<Array<IDataObject | ItemWithFiles>>;
}

/** An operation for which all input items together are one thing, such as a list of people. */
export interface ListOperation extends OperationDescription {
	/**
	 * Works on all input items at once and returns what becomes the output items.
	 * @throws as `execute` does, when nothing was changed; a `FailedRow` stands for some items alone
	 */
	executeAll(run: ListRun): Promise<Array<OutputRow | FailedRow>>;
}

/**
 * One operation, whole: its words, its fields and its code. The dropdowns, the fields' display
 * rules and the dispatch are all derived from the list of these in `index.ts`.
 */
export type Operation = ItemOperation | ListOperation;
