/** The names of nodes, as workflows spell them. */
export const PACKAGE_NAME = 'n8n-nodes-peoplelens';

export const NODE_TYPES = {
	peopleLens: `${PACKAGE_NAME}.peopleLens`,
	peopleLensTool: `${PACKAGE_NAME}.peopleLensTool`,
	peopleLensTrigger: `${PACKAGE_NAME}.peopleLensTrigger`,
	peopleLensWebhookTrigger: `${PACKAGE_NAME}.peopleLensWebhookTrigger`,
	manualTrigger: 'n8n-nodes-base.manualTrigger',
	httpRequest: 'n8n-nodes-base.httpRequest',
	noOp: 'n8n-nodes-base.noOp',
	convertToFile: 'n8n-nodes-base.convertToFile',
	editFields: 'n8n-nodes-base.set',
	rssFeedTrigger: 'n8n-nodes-base.rssFeedReadTrigger',
	if: 'n8n-nodes-base.if',
	merge: 'n8n-nodes-base.merge',
	loopOverItems: 'n8n-nodes-base.splitInBatches',
	wait: 'n8n-nodes-base.wait',
	webhook: 'n8n-nodes-base.webhook',
	stickyNote: 'n8n-nodes-base.stickyNote',
	slack: 'n8n-nodes-base.slack',
	slackHitlTool: 'n8n-nodes-base.slackHitlTool',
	chatTrigger: '@n8n/n8n-nodes-langchain.chatTrigger',
	agent: '@n8n/n8n-nodes-langchain.agent',
	openAiChatModel: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
} as const;

export const CREDENTIAL_TYPE = 'peopleLensApi';

export const WEBHOOK_CREDENTIAL_TYPE = 'peopleLensWebhookApi';
