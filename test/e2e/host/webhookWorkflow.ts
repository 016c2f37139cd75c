/** A workflow that begins with the PeopleLens Webhook Trigger, published, and what reached it. */
import axios from 'axios';
import { parse } from 'flatted';
import type { ExecutionStatus, IDataObject } from 'n8n-workflow';
import { eventually } from '../harness/eventually';
import { jsonOf, UNDER_WAY, type ExecutionData } from '../harness/n8n/execution';
import { publishOrFail } from '../harness/n8n/publication';
import { randomUUID } from '../harness/node';
import { NODE_TYPES, WEBHOOK_CREDENTIAL_TYPE } from '../harness/nodeTypes';
import { createWorkflow, type NewNode } from '../harness/workflow';
import type { HostEnvironment } from './environment';

/** As a tenant shows it; it must be found nowhere that n8n writes to. */
export const WEBHOOK_SECRET = 'dummy-host-webhook-secret-example';

const TRIGGER = 'PeopleLens Webhook Trigger';

/** An execution that a delivery has made. */
export interface MadeExecution {
	id: string;
	status: ExecutionStatus;
	/** The body that PeopleLens sent; undefined where n8n has thrown away what it was given. */
	body?: string;
	/** The names of the item's fields. */
	keys: string[];
}

interface Row {
	id: number | string;
	status: ExecutionStatus;
	data: string | null;
}

/** Asks n8n's database, whichever it is. */
type Ask = (sql: string) => Promise<Row[]>;

/** Makes the workflow and publishes it; tells the sandbox where to send to. */
export async function publishWebhookWorkflow(environment: HostEnvironment) {
	const { rest, sandbox, n8n } = environment;
	const credential = await rest.credentials.create({
		name: 'Webhooks',
		type: WEBHOOK_CREDENTIAL_TYPE,
		data: { webhookSecret: WEBHOOK_SECRET },
	});
	const webhookId = randomUUID();
	const trigger: NewNode = {
		name: TRIGGER,
		type: NODE_TYPES.peopleLensWebhookTrigger,
		webhookId,
		credentials: { [WEBHOOK_CREDENTIAL_TYPE]: credential },
	};
	const work: NewNode = { name: 'Work', type: NODE_TYPES.noOp };
	const content = createWorkflow({ name: 'Hiring', nodes: [trigger, work] });
	const { id } = await rest.workflows.create(content);
	await publishOrFail(rest, id);
	const path = `/webhook/${webhookId}/webhook`;
	await sandbox.setUpWebhooks({ url: `${n8n.url}${path}`, secret: WEBHOOK_SECRET });
	return { id, path };
}

/** Publishes a workflow that works for so long. @returns starts it */
export async function publishLongWorkflow({ rest, n8n }: HostEnvironment, seconds: number) {
	const path = randomUUID();
	const begin: NewNode = {
		name: 'Begin',
		type: NODE_TYPES.webhook,
		...{ typeVersion: 2, webhookId: path, parameters: { path } },
	};
	const work: NewNode = {
		name: 'Work',
		type: NODE_TYPES.wait,
		...{ typeVersion: 1.1, parameters: { amount: seconds, unit: 'seconds' } },
	};
	const content = createWorkflow({ name: 'Long', nodes: [begin, work] });
	const { id } = await rest.workflows.create(content);
	await publishOrFail(rest, id);
	return async () => await axios.get(`${n8n.url}/webhook/${path}`, { proxy: false });
}

/** Every execution of a workflow, oldest first. Names are quoted as both databases want it. */
export async function executionsOf(workflowId: string, ask: Ask): Promise<MadeExecution[]> {
	const rows = await ask(
		'SELECT e.id AS id, e.status AS status, d.data AS data FROM execution_entity e ' +
			'LEFT JOIN execution_data d ON d."executionId" = e.id ' +
			`WHERE e."workflowId" = '${workflowId}' ORDER BY e.id`,
	);
	return rows.map(readMadeExecution);
}

export function readMadeExecution({ id, status, data }: Row): MadeExecution {
	const item = data === null ? undefined : itemIn(parse(data));
	return { id: String(id), status, body: item && bodyOf(item), keys: Object.keys(item ?? {}) };
}

/** What an execution was given. */
function itemIn({ resultData, executionData }: ExecutionData): IDataObject | undefined {
	const put = resultData.runData?.[TRIGGER]?.[0]?.data?.main[0];
	const started = executionData?.nodeExecutionStack?.find(({ node }) => node.name === TRIGGER);
	return jsonOf(put ?? started?.data.main[0])[0];
}

/** The item is the event as it was sent, and when it came. */
const bodyOf = ({ event, timestamp, data }: IDataObject): string =>
	JSON.stringify({ event, timestamp, data });

/** Waits until nothing is under way any more. */
export async function settledExecutions(
	workflowId: string,
	ask: Ask,
	timeout = 300_000,
): Promise<MadeExecution[]> {
	return await eventually(
		'all executions to end',
		async () => {
			const executions = await executionsOf(workflowId, ask);
			return executions.every(({ status }) => !UNDER_WAY.has(status)) && executions;
		},
		{ timeout, interval: 1000 },
	);
}
