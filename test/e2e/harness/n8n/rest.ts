/** n8n's own REST interface, the one its editor uses. Checked against n8n 2.41.1. */
import axios, { type AxiosInstance, type Method } from 'axios';
import type {
	ExecutionStatus,
	ICredentialDataDecryptedObject,
	INodeTypeDescription,
} from 'n8n-workflow';
import { eventually } from '../eventually';
import { rethrow } from '../userFacingError';
import type { CredentialReference, WorkflowContent } from '../workflow';
import {
	readExecution,
	type Execution,
	type ExecutionSummary,
	type StoredExecution,
} from './execution';

/** The most executions that n8n lists at once. */
const PAGE = 100;

const FINAL: ReadonlySet<ExecutionStatus> = new Set(['success', 'error', 'canceled', 'crashed']);

/** An answer of n8n that isn't a success. */
export class RestError extends Error {
	constructor(
		request: string,
		/** The HTTP status. */
		readonly status: number,
		/** n8n's own words. */
		readonly explanation = 'no explanation',
	) {
		super(`n8n answered ${status} to ${request}: ${explanation}`);
		this.name = 'RestError';
	}
}

export const hasStatus = (error: unknown, status: number): error is RestError =>
	error instanceof RestError && error.status === status;

/** The owner of an n8n. */
export interface Account {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

export interface Credential {
	id: string;
	name: string;
	type: string;
	data: ICredentialDataDecryptedObject;
}

export interface StoredWorkflow extends WorkflowContent {
	id: string;
	versionId?: string;
	active: boolean;
}

interface ExecutionFilter {
	workflowId?: string;
	status?: ExecutionStatus[];
}

export type Rest = Awaited<ReturnType<typeof signIn>>;

/** Any route below /rest; most answers are wrapped in `data`, which is taken off. */
export type Request = <T = unknown>(method: Method, path: string, body?: object) => Promise<T>;

/**
 * Signs in as the owner; makes the owner's account first on an n8n that has none yet.
 * @param url of n8n, without a trailing slash
 * @throws {RestError} 401 when the account exists with another password
 */
export async function signIn(url: string, account: Account) {
	const client = createClient(url);
	const send = async <T>(method: Method, path: string, body?: object): Promise<T> => {
		const { status, data } = await client.request({ method, url: path, data: body });
		if (status < 300) return data;
		throw new RestError(`${method} ${path}`, status, data?.message);
	};
	const request: Request = async <T>(method: Method, path: string, body?: object) =>
		(await send<{ data: T } | undefined>(method, `/rest${path}`, body))?.data as T;

	const { userManagement } = await request<{ userManagement: { showSetupOnFirstLoad: boolean } }>(
		'GET',
		'/settings',
	);
	if (userManagement.showSetupOnFirstLoad) await request('POST', '/owner/setup', account);
	else {
		const { email: emailOrLdapLoginId, password } = account;
		await request('POST', '/login', { emailOrLdapLoginId, password });
	}

	return {
		url,
		request,
		nodeTypes: () => send<INodeTypeDescription[]>('GET', '/types/nodes.json'),
		/** A file that n8n serves to its editor, such as an icon. */
		file: async (path: string) => await client.get(`/${path}`),
		credentials: credentialRoutes(request),
		workflows: workflowRoutes(request),
		executions: executionRoutes(request),
	};
}

/** Keeps n8n's session cookie, which is enough: n8n ties it to a `browser-id` only where one was sent. */
function createClient(url: string): AxiosInstance {
	const client = axios.create({ baseURL: url, proxy: false, validateStatus: () => true });
	client.interceptors.response.use((response) => {
		const issued = response.headers['set-cookie']?.find((text) => text.startsWith('n8n-auth='));
		if (issued) client.defaults.headers.common.cookie = issued.split(';')[0];
		return response;
	});
	return client;
}

const credentialRoutes = (request: Request) => ({
	list: () => request<Credential[]>('GET', '/credentials'),
	create: async (credential: Omit<Credential, 'id'>): Promise<CredentialReference> => {
		const { id, name } = await request<Credential>('POST', '/credentials', credential);
		return { id, name };
	},
	update: async (id: string, credential: Omit<Credential, 'id'>): Promise<CredentialReference> => {
		const { name } = await request<Credential>('PATCH', `/credentials/${id}`, credential);
		return { id, name };
	},
	/** n8n's "Test" button; `data` need not be what is stored. */
	test: (credentials: Credential) =>
		request<{ status: 'OK' | 'Error'; message: string }>('POST', '/credentials/test', {
			credentials,
		}),
});

function workflowRoutes(request: Request) {
	const get = (id: string) => request<StoredWorkflow>('GET', `/workflows/${id}`);
	return {
		list: () => request<StoredWorkflow[]>('GET', '/workflows'),
		get,
		/** @returns undefined when there is none with this ID */
		find: async (id: string) => {
			try {
				return await get(id);
			} catch (error) {
				return hasStatus(error, 404) ? undefined : rethrow(error);
			}
		},
		/** The workflow may bring its ID. */
		create: (workflow: WorkflowContent) =>
			request<StoredWorkflow>('POST', '/workflows', { active: false, ...workflow }),
		update: (id: string, changes: Partial<WorkflowContent>) =>
			request<StoredWorkflow>('PATCH', `/workflows/${id}`, changes),
		/**
		 * "Execute workflow".
		 * @param trigger name of the node to start from
		 * @param data what that trigger puts out, where n8n can't find it out by itself
		 * @returns ID of the execution, which is only starting
		 */
		run: async (id: string, trigger: string, data?: object): Promise<string> => {
			// n8n 1 runs what it is sent, n8n 2 what it has stored.
			const workflowData = data ? undefined : await get(id);
			const order = { workflowData, triggerToStartFrom: { name: trigger, data } };
			return (await request<{ executionId: string }>('POST', `/workflows/${id}/run`, order))
				.executionId;
		},
	};
}

function executionRoutes(request: Request) {
	interface Page {
		results: ExecutionSummary[];
		nextCursor?: string | null;
		count: number;
	}
	const page = (filter: ExecutionFilter, further: Record<string, string> = {}) => {
		const query = { filter: JSON.stringify(filter), limit: String(PAGE), ...further };
		return request<Page>('GET', `/executions?${new URLSearchParams(query)}`);
	};
	const read = async (id: string) =>
		readExecution(await request<StoredExecution>('GET', `/executions/${id}`));
	const get = async (id: string): Promise<Execution> => {
		const execution = await read(id);
		if (execution) return execution;
		throw new Error(`n8n has stored no data of execution ${id}`);
	};
	return {
		/** The newest ones first, 100 at most. */
		list: async (filter: ExecutionFilter = {}) => (await page(filter)).results,
		/** All of them, the newest first. */
		listAll: async (filter: ExecutionFilter = {}) => {
			const all: ExecutionSummary[] = [];
			for (let further: Record<string, string> | undefined = {}; further;) {
				const { results, nextCursor }: Page = await page(filter, further);
				all.push(...results);
				further = nextCursor ? { cursor: nextCursor } : undefined;
				// n8n 1 goes on by the last ID.
				if (nextCursor === undefined && results.length === PAGE)
					further = { lastId: results[PAGE - 1].id };
			}
			return all;
		},
		count: async (filter: ExecutionFilter) => (await page(filter)).count,
		get,
		/** Waits for its end. @throws {Error} when it hasn't ended after `timeout` ms */
		wait: async (id: string, timeout = 60_000) =>
			await eventually(
				`execution ${id} to end`,
				async () => {
					// n8n 1 says that it has ended a moment before it has stored the data.
					const execution = await read(id);
					return execution && FINAL.has(execution.status) && execution;
				},
				{ timeout },
			),
	};
}
