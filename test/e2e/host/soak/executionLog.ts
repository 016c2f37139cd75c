/** What reached the executions of an n8n that removes them after a while. */
import { parse } from 'flatted';
import type { ExecutionStatus, INode } from 'n8n-workflow';
import { queryDatabase } from '../../harness/n8n/database';
import { UNDER_WAY } from '../../harness/n8n/execution';
import { readDelivery, type Delivery } from '../deliveries';
import type { HostEnvironment } from '../environment';
import { readMadeExecution, type MadeExecution } from '../webhookWorkflow';

interface Row {
	id: number;
	workflowId: string;
	status: ExecutionStatus;
	data: string;
	/** JSON. */
	nodes: string;
}

/** Asks the database and not n8n, whose memory is what is measured. */
export class ExecutionLog {
	/** All that have ended, by workflow. */
	readonly #polled = new Map<string, Delivery[]>();
	readonly #received: MadeExecution[] = [];
	/** The last of those that are known, and all before it. */
	#readUpTo = 0;

	constructor(
		private readonly environment: HostEnvironment,
		private readonly webhookWorkflowId: string,
	) {}

	/** To be called before n8n removes what has not been read. */
	async read(): Promise<void> {
		const rows = await queryDatabase<Row>(
			this.environment,
			'SELECT e.id, e.workflowId, e.status, d.data, w.nodes FROM execution_entity e ' +
				'JOIN execution_data d ON d.executionId = e.id ' +
				`JOIN workflow_entity w ON w.id = e.workflowId WHERE e.id > ${this.#readUpTo} ORDER BY e.id`,
		);
		for (const row of rows) {
			if (UNDER_WAY.has(row.status)) break;
			this.#remember(row);
			this.#readUpTo = row.id;
		}
	}

	/** Those of a workflow with the polling trigger, oldest first. */
	polled = (workflowId: string): Delivery[] => this.#polled.get(workflowId) ?? [];

	get received(): MadeExecution[] {
		return this.#received;
	}

	#remember(row: Row): void {
		const { workflowId, status } = row;
		if (workflowId === this.webhookWorkflowId) {
			this.#received.push(readMadeExecution(row));
			return;
		}
		const workflowData = { nodes: JSON.parse(row.nodes) as INode[] };
		const execution = { id: String(row.id), status, data: parse(row.data), workflowData };
		const before = this.#polled.get(workflowId) ?? [];
		this.#polled.set(workflowId, [...before, readDelivery(execution)]);
	}
}
