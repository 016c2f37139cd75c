/**
 * Copied into n8n as a node of its own, LeastTrigger: the least that a trigger with a credential can
 * do when nothing is new. It reads its credential once, and sends one request.
 */
class LeastTrigger {
	constructor() {
		this.description = {
			displayName: 'Least Trigger',
			name: 'leastTrigger',
			group: ['trigger'],
			version: 1,
			polling: true,
			description: 'Reads its credential and sends a request',
			defaults: { name: 'Least Trigger' },
			inputs: [],
			outputs: ['main'],
			credentials: [{ name: 'peopleLensApi', required: true }],
			properties: [],
		};
	}

	async poll() {
		const { baseUrl, apiKey } = await this.getCredentials('peopleLensApi');
		await this.helpers.httpRequest({
			url: `${baseUrl}/api/v1/audit-logs?limit=100`,
			headers: { Authorization: `Bearer ${apiKey}` },
			json: true,
		});
		return null;
	}
}

module.exports = { LeastTrigger };
