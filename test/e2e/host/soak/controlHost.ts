/** The same n8n under the same load, its own nodes at work: what grows here as well is n8n's doing. */
import { publishOrFail } from '../../harness/n8n/publication';
import { randomUUID } from '../../harness/node';
import { NODE_TYPES } from '../../harness/nodeTypes';
import { createWorkflow, type NewNode } from '../../harness/workflow';
import type { HostEnvironment } from '../environment';
import { openLoad } from './load';

const EVERY_TEN_SECONDS = { field: 'cronExpression', expression: '*/10 * * * * *' };
const EVERY_MINUTE = { field: 'cronExpression', expression: '0 * * * * *' };

export type ControlHost = Awaited<ReturnType<typeof openControlHost>>;

/** Schedule Trigger and HTTP Request ask for the audit log, and n8n's Webhook takes the webhooks. */
export async function openControlHost() {
	const load = await openLoad('n8n alone', {});
	const { environment } = load;
	for (const interval of [EVERY_MINUTE, EVERY_TEN_SECONDS]) {
		await publishNodes(environment, [
			{
				name: 'Schedule',
				type: NODE_TYPES.scheduleTrigger,
				parameters: { rule: { interval: [interval] } },
			},
			auditLog(environment),
		]);
	}
	const path = randomUUID();
	const webhook = { httpMethod: 'POST', path, options: {} };
	await publishNodes(environment, [
		{
			name: 'Webhook',
			type: NODE_TYPES.webhook,
			typeVersion: 2,
			webhookId: path,
			parameters: webhook,
		},
		{ name: 'Work', type: NODE_TYPES.noOp },
	]);
	await environment.sandbox.setUpWebhooks({ url: `${environment.n8n.url}/webhook/${path}` });
	return {
		...load,
		play: (minutes: number) => load.play(minutes, async () => {}),
	};
}

/** With the key that stays the same: after a rotation, the other one would be refused for good. */
function auditLog({ baseUrl, keys }: HostEnvironment): NewNode {
	const parameters = {
		url: `${baseUrl}/api/v1/audit-logs?limit=100`,
		sendHeaders: true,
		headerParameters: {
			parameters: [{ name: 'Authorization', value: `Bearer ${keys.steady}` }],
		},
		options: { timeout: 20_000 },
	};
	return { name: 'Audit log', type: NODE_TYPES.httpRequest, typeVersion: 4.2, parameters };
}

async function publishNodes({ rest }: HostEnvironment, nodes: NewNode[]): Promise<void> {
	const { id } = await rest.workflows.create(createWorkflow({ name: nodes[0].name, nodes }));
	await publishOrFail(rest, id);
}
