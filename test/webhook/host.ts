import { createAdditionalData, createHost } from '../support/host';
import type { HostOptions } from '../support/host';

import { WebhookContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	INode,
	INodeExecutionData,
	IWebhookData,
	IWebhookFunctions,
	IWebhookResponseData,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { PeopleLensWebhookTrigger } from '../../nodes/PeopleLens/PeopleLensWebhookTrigger.node';
import { createServer } from '../support/node';
import type { IncomingMessage, ServerResponse } from '../support/node';

type Request = NonNullable<ReturnType<typeof createAdditionalData>['httpRequest']>;
type Response = NonNullable<ReturnType<typeof createAdditionalData>['httpResponse']>;

export interface WebhookHostOptions extends Pick<HostOptions, 'parameters'> {
	/** Default: `SECRET`, and no previous one; null for a node without a credential. */
	secrets?: ICredentialDataDecryptedObject | null;
	/** `manual` is the editor's "Listen for test event". Default: `webhook`. */
	mode?: WorkflowExecuteMode;
}

const nothing: (response: ServerResponse) => Promise<void> = async () => {};

export const SECRET = 'dummy-webhook-example';

/**
 * The part of n8n 2.41.1 that stands before a webhook node, as in its `webhook-helpers.js`: reads the
 * raw body, calls the node in n8n-core's own context, makes the execution, and only then answers.
 */
export async function startWebhookHost(options: WebhookHostOptions = {}) {
	const { parameters = {}, secrets = { webhookSecret: SECRET }, mode = 'webhook' } = options;
	const trigger = new PeopleLensWebhookTrigger();
	const { workflow, node } = createHost(trigger, { parameters });
	workflow.name = 'Hiring';
	if (secrets !== null) node.credentials = { peopleLensWebhookApi: { id: '1', name: 'Webhooks' } };

	const crashes: unknown[] = [];
	const executions: INodeExecutionData[][] = [];
	const failedExecutions: Error[] = [];
	const host = {
		node,
		/** The items that each execution was started with. */
		executions,
		/** What n8n would show as failed executions. */
		failedExecutions,
		/** Every line that was logged. */
		log: [] as string[],
		/** How many deliveries have reached the node. */
		received: 0,
		/** The response of the last one of them. */
		lastResponse: undefined as ServerResponse | undefined,
		/** How often n8n has decrypted the credential. */
		credentialReads: 0,
		/** Called before an execution is made; may throw, as n8n does without its database. */
		beforeExecution: nothing,
		/** Hands the body over as n8n does; multipart forms have no raw one. */
		keepsRawBody: true,
	};

	async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(Buffer.from(chunk));
		if (host.keepsRawBody) Object.assign(request, { rawBody: Buffer.concat(chunks) });
		const context = createContext(workflow, node, request, response, secrets ?? {}, mode);
		const levels = ['error', 'warn', 'info', 'debug'] as const;
		const spies = levels.map((level) => jest.spyOn(context.logger, level));
		host.received++;
		host.lastResponse = response;
		const read = jest.spyOn(context, 'getCredentials');
		let result: IWebhookResponseData;
		try {
			const answer = await trigger.webhook.call(context);
			result = answer;
			if (answer.workflowData) {
				await host.beforeExecution(response);
				executions.push(...answer.workflowData);
			}
		} catch (error) {
			if (error instanceof Error && error.name === 'NodeOperationError') {
				failedExecutions.push(error);
			}
			response.writeHead(500).end('{"message":"Error in workflow"}');
			return;
		} finally {
			host.log.push(...spies.flatMap(({ mock }) => mock.calls.map((call) => JSON.stringify(call))));
			for (const spy of spies) spy.mockRestore();
			host.credentialReads += read.mock.calls.length;
		}
		if (result.noWebhookResponse === true) return;
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify(result.webhookResponse));
	}

	const server = createServer((request, response) => {
		receive(request, response).catch((error: unknown) => {
			crashes.push(error);
			response.destroy();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No port');
	return Object.assign(host, {
		url: `http://127.0.0.1:${address.port}/webhook/1/webhook`,
		items: () => executions.flat().map(({ json }) => json),
		/** @throws what n8n itself stumbled over, such as an answer where the node has given one */
		async stop() {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			server.closeAllConnections();
			await closed;
			if (crashes.length > 0) throw crashes[0];
		},
	});
}

export type WebhookHost = Awaited<ReturnType<typeof startWebhookHost>>;

function createContext(
	workflow: ReturnType<typeof createHost>['workflow'],
	node: INode,
	request: IncomingMessage,
	response: ServerResponse,
	secrets: ICredentialDataDecryptedObject,
	mode: WorkflowExecuteMode,
): IWebhookFunctions {
	const additionalData = createAdditionalData(secrets);
	additionalData.httpRequest = request as Request;
	additionalData.httpResponse = response as Response;
	const webhookData: IWebhookData = {
		httpMethod: 'POST',
		node: node.name,
		path: '1/webhook',
		webhookDescription: {
			name: 'default',
			httpMethod: 'POST',
			path: 'webhook',
			responseMode: 'onReceived',
		},
		workflowId: 'workflow-1',
		workflowExecuteAdditionalData: additionalData,
	};
	return new WebhookContext(workflow, node, additionalData, mode, webhookData, [], null);
}
