import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * The secret that PeopleLens signs its webhooks with. It is never sent anywhere, so there is nobody
 * to ask whether it is right: the node that uses it checks it for what can't be right (`testedBy`).
 */
export class PeopleLensWebhookApi implements ICredentialType {
	name = 'peopleLensWebhookApi';

	displayName = 'PeopleLens Webhook API';

	icon: Icon = {
		light: 'file:../icons/peoplelens.svg',
		dark: 'file:../icons/peoplelens.dark.svg',
	};

	documentationUrl =
		'https://github.com/peoplelens/n8n-nodes-peoplelens/blob/main/docs/how-the-webhook-trigger-works.md';

	properties: INodeProperties[] = [
		{
			displayName:
				'n8n can check that a secret is complete, not that it is the right one: the first event from PeopleLens shows that.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Copy it from PeopleLens, Settings > Webhooks. Spaces around it are ignored. While this is empty, every delivery is refused.',
		},
		{
			displayName: 'Previous Webhook Secret',
			name: 'previousWebhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Only while you change the secret: deliveries signed with this one are accepted as well. Clear it when PeopleLens uses the new one.',
		},
	];
}
