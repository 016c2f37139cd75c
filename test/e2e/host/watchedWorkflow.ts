/** A workflow that begins with the PeopleLens Trigger, and what has to come out of it. */
import type { INode, INodeParameters } from 'n8n-workflow';
import { eventually } from '../harness/eventually';
import type { ShownError } from '../harness/n8n/execution';
import {
	publicationStatus,
	publish,
	unpublish,
	type Publication,
} from '../harness/n8n/publication';
import { randomUUID } from '../harness/node';
import { CREDENTIAL_TYPE, NODE_TYPES } from '../harness/nodeTypes';
import {
	chainOf,
	connect,
	createWorkflow,
	type CredentialReference,
	type NewNode,
	type WorkflowContent,
} from '../harness/workflow';
import { compareDeliveries, deliveryReader, type Comparison, type Delivery } from './deliveries';
import type { HostEnvironment } from './environment';

type PollTime = INodeParameters;

/** What n8n's users choose: once a minute. */
export const EVERY_MINUTE: PollTime[] = [{ mode: 'everyMinute' }];

/** n8n refuses a shorter interval than a minute, but not several poll times. */
export const everyTenSeconds = (offset = 0): PollTime[] =>
	[0, 10, 20, 30, 40, 50].map((second) => ({
		mode: 'custom',
		cronExpression: `${second + offset} * * * * *`,
	}));

export interface WatchedOptions {
	name: string;
	credential: CredentialReference;
	/** Default: once a minute. */
	pollTimes?: PollTime[];
	/** How long an execution takes. Default: no time. */
	seconds?: number;
}

/** Makes the workflow; it is not published yet. */
export async function createWatchedWorkflow(
	environment: HostEnvironment,
	options: WatchedOptions,
): Promise<WatchedWorkflow> {
	const content = contentOf(options);
	const { id } = await environment.rest.workflows.create(content);
	return new WatchedWorkflow(environment, options.name, id, content);
}

function contentOf({ name, credential, pollTimes = EVERY_MINUTE, seconds = 0 }: WatchedOptions) {
	const trigger: NewNode = {
		name: 'PeopleLens Trigger',
		type: NODE_TYPES.peopleLensTrigger,
		parameters: { pollTimes: { item: pollTimes } },
		credentials: { [CREDENTIAL_TYPE]: credential },
	};
	const wait = { resume: 'timeInterval', amount: seconds, unit: 'seconds' };
	const work =
		seconds > 0 ? { type: NODE_TYPES.wait, parameters: wait } : { type: NODE_TYPES.noOp };
	return createWorkflow({ name, nodes: [trigger, { name: 'Work', ...work }] });
}

const withNewId = (node: INode): INode => ({ ...node, id: randomUUID() });

export class WatchedWorkflow {
	/** Reads all that reached it so far, oldest first. */
	readonly deliveries: () => Promise<Delivery[]>;
	/** How many events had been made when it was published for the first time. */
	#madeBefore = 0;

	constructor(
		private readonly environment: HostEnvironment,
		readonly name: string,
		readonly id: string,
		private readonly content: WorkflowContent,
	) {
		this.deliveries = deliveryReader(environment, id);
	}

	/** Publishes it for the first time: what has happened so far is not expected. */
	async begin(): Promise<Publication> {
		this.#madeBefore = this.environment.made.length;
		return await this.publish();
	}

	async publish(): Promise<Publication> {
		return await publish(this.environment.rest, this.id);
	}

	async unpublish(): Promise<Publication> {
		return await unpublish(this.environment.rest, this.id);
	}

	async status(): Promise<Publication['status']> {
		return (await publicationStatus(this.environment.rest, this.id)).status;
	}

	/** Gives the trigger another name and publishes the workflow again. */
	async rename(newName: string): Promise<Publication> {
		const [trigger, ...others] = this.content.nodes;
		const nodes = [{ ...trigger, name: newName }, ...others];
		const connections = connect(chainOf(nodes));
		await this.environment.rest.workflows.update(this.id, { nodes, connections });
		return await this.publish();
	}

	/**
	 * Makes a copy as n8n's editor does: its nodes get other IDs, and up to n8n 2.30 it brings along what
	 * the triggers remember. It is not published yet.
	 */
	async duplicate(name: string): Promise<WatchedWorkflow> {
		const { workflows } = this.environment.rest;
		const { nodes, connections, settings, staticData } = await workflows.get(this.id);
		const content = { name, connections, settings, staticData, nodes: nodes.map(withNewId) };
		const { id } = await workflows.create(content);
		return new WatchedWorkflow(this.environment, name, id, content);
	}

	async compare(): Promise<Comparison> {
		return compareDeliveries(
			this.environment.made.slice(this.#madeBefore),
			await this.deliveries(),
		);
	}

	/** Waits until everything made so far has arrived. @throws {Error} after `timeout` ms */
	async caughtUp(timeout = 240_000): Promise<void> {
		const hasAll = async () => (await this.compare()).lost.length === 0;
		const what = `all events in the workflow "${this.name}"`;
		await eventually(what, hasAll, { timeout, interval: 1000 });
	}

	/** Waits for a poll that fails. @returns its error */
	async failure(timeout = 120_000): Promise<ShownError> {
		const before = (await this.compare()).failures.length;
		const newOne = async () => (await this.compare()).failures.slice(before).at(-1);
		const what = `a failed poll of the workflow "${this.name}"`;
		return await eventually(what, newOne, { timeout, interval: 500 });
	}
}
