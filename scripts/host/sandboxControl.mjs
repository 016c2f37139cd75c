/**
 * Looks into a running sandbox and changes it from outside (GET <url>/sandbox lists what there is).
 * @param {string} url of the sandbox, without a trailing slash
 */
export function controlSandbox(url) {
	async function send(method, path, body) {
		const answer = await fetch(`${url}/sandbox/${path}`, { method, body: JSON.stringify(body) });
		const data = await answer.json();
		if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}: ${data.message}`);
		return data;
	}

	return {
		/** Every event, oldest first, those included that can't be seen yet. */
		events: async () => (await send('GET', 'events')).data,
		/** Makes so many events, now. @returns {Promise<object[]>} the events */
		addEvents: async (count, more = {}) => (await send('POST', 'events', { count, ...more })).data,
		/** @param {object[]} users such as { email, role }; what is missing is made up */
		addUsers: (users) => send('POST', 'users', { users }),
		/** @param {object} changes switches of test/sandbox/behaviour.ts */
		behave: (changes) => send('PATCH', 'behaviour', changes),
		/** @param {object} fault of test/sandbox/faults.ts @param {object} [options] times, after, … */
		inject: (fault, options = {}) => send('POST', 'faults', { fault, ...options }),
		forgetFaults: () => send('DELETE', 'faults'),
		revokeKey: () => send('POST', 'key/revoke', {}),
		restoreKey: () => send('POST', 'key/restore', {}),
		/** Makes a new key and revokes the old one. @returns {Promise<string>} the new key */
		rotateKey: async () => (await send('POST', 'key/rotate', {})).apiKey,
		/** What was received. @param {number} from `next` of an earlier answer */
		requests: (from = 0) => send('GET', `requests?from=${from}`),
	};
}
