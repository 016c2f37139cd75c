/** n8n's own REST interface, the one its editor uses. Checked against n8n 2.41.1. */
import axios, { type AxiosInstance, type Method } from 'axios';
import type { INodeTypeDescription } from 'n8n-workflow';
import { delay } from '../node';
import { executionRoutes } from './executionRoutes';
import { RestError } from './restError';
import { credentialRoutes, workflowRoutes, type Request } from './routes';

/**
 * On a machine that is very busy, n8n's database misses a ping now and then. Until the next one, n8n
 * answers 503 to everybody and does nothing: it can be asked again.
 */
const BUSY_MS = 60_000;

/** The owner of an n8n. */
export interface Account {
	email: string;
	password: string;
	firstName: string;
	lastName: string;
}

export type Rest = Awaited<ReturnType<typeof signIn>>;

/**
 * Signs in as the owner; makes the owner's account first on an n8n that has none yet.
 * @param url of n8n, without a trailing slash
 * @throws {RestError} 401 when the account exists with another password
 */
export async function signIn(url: string, account: Account) {
	const client = createClient(url);
	const send = async <T>(method: Method, path: string, body?: object): Promise<T> => {
		for (const deadline = Date.now() + BUSY_MS; ; await delay(1000)) {
			const { status, data } = await client.request({ method, url: path, data: body });
			if (status < 300) return data;
			if (status !== 503 || Date.now() > deadline) {
				throw new RestError(`${method} ${path}`, status, data?.message);
			}
		}
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
	// An n8n that is busy for more than 5 s then closes connections on which a request has just come.
	const headers = { connection: 'close' };
	const client = axios.create({ baseURL: url, headers, proxy: false, validateStatus: () => true });
	client.interceptors.response.use((response) => {
		const issued = response.headers['set-cookie']?.find((text) => text.startsWith('n8n-auth='));
		if (issued) client.defaults.headers.common.cookie = issued.split(';')[0];
		return response;
	});
	return client;
}
