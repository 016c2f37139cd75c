const { setTimeout: delay } = require('node:timers/promises');

let isActivation = true;

/** Each check takes 90 seconds, and sends a request every 15 seconds. */
exports.Overlapping = class {
	description = {
		displayName: 'Overlapping Trigger',
		name: 'overlapping',
		group: ['trigger'],
		version: 1,
		polling: true,
		description: 'Checks that take longer than the time between two of them',
		defaults: { name: 'Overlapping Trigger' },
		inputs: [],
		outputs: ['main'],
		credentials: [{ name: 'overlapping', required: true }],
		properties: [{ displayName: 'URL', name: 'url', type: 'string', default: '' }],
	};

	async poll() {
		const ask = async () =>
			await this.helpers.httpRequestWithAuthentication.call(this, 'overlapping', {
				url: this.getNodeParameter('url'),
			});
		// n8n waits for the check of the activation, and not for as long.
		const requests = isActivation ? 1 : 7;
		isActivation = false;
		for (let sent = 0; sent < requests; sent++) {
			if (sent > 0) await delay(15_000);
			await ask();
		}
		return null;
	}
};
