import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

import { webhookFields } from './webhook/fields';
import { createWebhook } from './webhook/receiveDelivery';
import { peopleLensWebhookApiTest } from './webhook/secrets';

export class PeopleLensWebhookTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PeopleLens Webhook Trigger',
		name: 'peopleLensWebhookTrigger',
		icon: {
			light: 'file:../../icons/peoplelens.svg',
			dark: 'file:../../icons/peoplelens.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ [$parameter["events"]].flat().length > 1 ? [$parameter["events"]].flat().length + " events" : ([$parameter["events"]].flat()[0] || "Any event") }}',
		description:
			'Starts the workflow at once when something happens in hiring: PeopleLens sends the event as a signed webhook',
		eventTriggerDescription:
			'Waiting for PeopleLens to send an event to the Test URL: enter it in PeopleLens under Settings > Webhooks, and the Production URL again when you are done',
		activationMessage:
			'Events start this workflow as soon as its Production URL is entered in PeopleLens under Settings > Webhooks.',
		triggerPanel: {
			header: 'Receive events from PeopleLens',
			activationHint: {
				inactive:
					'Then enter the Test URL in PeopleLens under Settings > Webhooks, and cause an event there: it shows here.',
				active:
					'Then enter the Test URL in PeopleLens under Settings > Webhooks, and cause an event there: it shows here. Until you enter the Production URL again, the published workflow gets no events.',
			},
			executionsHelp: {
				inactive:
					'<b>To try it out</b>, click the button, enter the Test URL in PeopleLens under Settings > Webhooks, and cause an event there. The event shows here.<br><br><b>For real events</b>, enter the Production URL there and publish (activate) the workflow. What starts it then shows in the list of executions, not here.',
				active:
					'<b>To try it out</b>, click the button, and enter the Test URL in PeopleLens under Settings > Webhooks. Until you enter the Production URL again, the published workflow gets no events.<br><br><b>Real events</b> start the published workflow, and show in the list of executions, not here.',
			},
		},
		defaults: { name: 'PeopleLens Webhook Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'peopleLensWebhookApi', required: true, testedBy: 'peopleLensWebhookApiTest' },
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'webhook',
				responseMode: 'onReceived',
				// Empty: n8n answers with what `webhook` returns, and with nothing of the event.
				responseData: '',
			},
		],
		properties: webhookFields,
	};

	methods = { credentialTest: { peopleLensWebhookApiTest } };

	/** PeopleLens offers no way to register a webhook: a person enters the URL there. */
	webhookMethods = {
		default: {
			async checkExists(): Promise<boolean> {
				return true;
			},
			async create(): Promise<boolean> {
				return true;
			},
			async delete(): Promise<boolean> {
				return true;
			},
		},
	};

	/** n8n makes one instance of this class in each process, which so remembers its own deliveries. */
	webhook = createWebhook();
}
