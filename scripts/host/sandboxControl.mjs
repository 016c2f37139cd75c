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
		/**
		 * Lets something happen, now; what is missing of an event is made up.
		 * @param {number | object[]} events how many, or such as { action, user_id }
		 * @param {object} [more] such as { spreadMs, visibleInMs }
		 * @returns {Promise<object[]>} the events
		 */
		addEvents: async (events, more) => (await send('POST', 'events', all({ events }, more))).data,
		/** Everybody, with `state`: active, deactivated. */
		users: async () => (await send('GET', 'users')).data,
		/** @param {number | object[]} users how many, or such as { email, role }; what is missing is made up */
		addUsers: (users) => send('POST', 'users', all({ users })),
		/** @param {object} changes switches of sandbox/behaviour.ts */
		behave: (changes) => send('PATCH', 'behaviour', changes),
		/** @param {object} fault of sandbox/faults.ts @param {object} [options] times, after, … */
		inject: (fault, options = {}) => send('POST', 'faults', { fault, ...options }),
		forgetFaults: () => send('DELETE', 'faults'),
		revokeKey: () => send('POST', 'key/revoke', {}),
		/** @param {object} [options] such as { permissions: [] } */
		restoreKey: (options = {}) => send('POST', 'key/restore', options),
		/** Makes a new key and revokes the old one. @returns {Promise<string>} the new key */
		rotateKey: async () => (await send('POST', 'key/rotate', {})).apiKey,
		/** What was received. @param {number} from `next` of an earlier answer */
		requests: (from = 0) => send('GET', `requests?from=${from}`),
	};
}

/** In the sandbox's words, which knows the number of things by another name than the things. */
function all(things, more) {
	const [[name, value]] = Object.entries(things);
	return { [typeof value === 'number' ? 'count' : name]: value, ...more };
}
