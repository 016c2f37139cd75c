/** n8n's own REST interface, the one its editor uses. Checked against n8n 2.41.1. */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseFlatted } from './executionData.mjs';

/** The most executions that n8n lists at once. */
const PAGE = 100;

const FINAL = new Set(['success', 'error', 'canceled', 'crashed']);

/** An answer of n8n that isn't a success: `status` is the HTTP status, `message` n8n's own words. */
export class RestError extends Error {
	constructor(method, path, status, body) {
		super(`n8n answered ${status} to ${method} ${path}: ${body?.message ?? 'no explanation'}`);
		this.status = status;
		this.body = body;
	}
}

/**
 * @typedef {{ email: string, password: string, firstName: string, lastName: string }} Account
 * @typedef {Awaited<ReturnType<typeof signIn>>} Rest
 */

/**
 * Signs in as the owner; makes the owner's account first on an n8n that has none yet.
 * @param {string} url of n8n, without a trailing slash
 * @param {Account} account
 * @throws {RestError} 401 when the account exists with another password
 */
export async function signIn(url, account) {
	// The cookie is enough: n8n ties it to a `browser-id` header only when the sign-in carried one.
	let cookie = '';

	async function send(method, path, body) {
		const response = await fetch(`${url}${path}`, {
			method,
			headers: { cookie, 'content-type': 'application/json' },
			body: body && JSON.stringify(body),
		});
		const issued = response.headers.getSetCookie().find((text) => text.startsWith('n8n-auth='));
		if (issued) [cookie] = issued.split(';');
		const answer = await response.json().catch(() => undefined);
		if (!response.ok) throw new RestError(method, path, response.status, answer);
		return answer;
	}

	/** Most answers are wrapped in `data`. */
	const rest = async (method, path, body) => (await send(method, `/rest${path}`, body))?.data;

	const { userManagement } = await rest('GET', '/settings');
	if (userManagement.showSetupOnFirstLoad) await rest('POST', '/owner/setup', account);
	else {
		const { email: emailOrLdapLoginId, password } = account;
		await rest('POST', '/login', { emailOrLdapLoginId, password });
	}

	return {
		url,
		/** Any other route below /rest. */
		request: rest,
		/** All node types, as the editor gets them. */
		nodeTypes: () => send('GET', '/types/nodes.json'),
		credentials: credentialRoutes(rest),
		workflows: workflowRoutes(rest),
		executions: executionRoutes(rest),
	};
}

function credentialRoutes(rest) {
	return {
		list: () => rest('GET', '/credentials'),
		/** @param {{ name: string, type: string, data: object }} credential */
		create: (credential) => rest('POST', '/credentials', credential),
		update: (id, credential) => rest('PATCH', `/credentials/${id}`, credential),
		/**
		 * n8n's "Test" button.
		 * @param {{ id: string, name: string, type: string, data: object }} credentials stored ones
		 *   with their data, or with other data that is to be tested in its place
		 * @returns {Promise<{ status: 'OK' | 'Error', message: string }>}
		 */
		test: (credentials) => rest('POST', '/credentials/test', { credentials }),
	};
}

function workflowRoutes(rest) {
	return {
		list: () => rest('GET', '/workflows'),
		/** @returns {Promise<object | undefined>} undefined when there is none with this id */
		find: async (id) => {
			try {
				return await rest('GET', `/workflows/${id}`);
			} catch (error) {
				if (error.status === 404) return undefined;
				throw error;
			}
		},
		/** The workflow may bring its id. */
		create: (workflow) => rest('POST', '/workflows', { active: false, ...workflow }),
		update: (id, changes) => rest('PATCH', `/workflows/${id}`, changes),
		/**
		 * "Execute workflow".
		 * @param {string} trigger name of the node to start from
		 * @returns {Promise<string>} id of the execution, which is only starting
		 */
		run: async (id, trigger) => {
			// n8n 1 runs what it is sent, n8n 2 what it has stored.
			const workflowData = await rest('GET', `/workflows/${id}`);
			const order = { workflowData, triggerToStartFrom: { name: trigger } };
			return (await rest('POST', `/workflows/${id}/run`, order)).executionId;
		},
	};
}

function executionRoutes(rest) {
	const page = async (filter = {}, further = {}) => {
		const query = { filter: JSON.stringify(filter), limit: String(PAGE), ...further };
		return await rest('GET', `/executions?${new URLSearchParams(query)}`);
	};
	const get = async (id) => {
		const execution = await rest('GET', `/executions/${id}`);
		return { ...execution, data: parseFlatted(execution.data) };
	};
	return {
		/** The newest ones first, 100 at most. @param {{ workflowId?: string, status?: string[] }} [filter] */
		list: async (filter) => (await page(filter)).results,
		/** All of them, the newest first. @param {{ workflowId?: string, status?: string[] }} [filter] */
		listAll: async (filter) => {
			const all = [];
			for (let further = {}; further;) {
				const { results, nextCursor } = await page(filter, further);
				all.push(...results);
				further = nextCursor && { cursor: nextCursor };
				// n8n 1 goes on by the last ID.
				if (nextCursor === undefined && results.length === PAGE)
					further = { lastId: all.at(-1).id };
			}
			return all;
		},
		/** With its data: `data.resultData.runData[<node name>]`. */
		get,
		/** Waits for its end. @throws {Error} when it hasn't ended after `timeout` ms */
		wait: async (id, timeout = 60_000) => {
			for (const deadline = Date.now() + timeout; Date.now() < deadline; await sleep(100)) {
				const execution = await get(id);
				// n8n 1 says that it has ended a moment before it has stored the data.
				if (FINAL.has(execution.status) && execution.data) return execution;
			}
			throw new Error(`Execution ${id} has not ended after ${timeout / 1000} s.`);
		},
	};
}
