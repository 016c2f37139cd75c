/** n8n's routes for credentials and workflows. Checked against n8n 2.41.1. */
import type { Method } from 'axios';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { rethrow } from '../userFacingError';
import type { CredentialReference, WorkflowContent } from '../workflow';
import { hasStatus } from './restError';

/** Any route below /rest; most answers are wrapped in `data`, which is taken off. */
export type Request = <T = unknown>(method: Method, path: string, body?: object) => Promise<T>;

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

export const credentialRoutes = (request: Request) => ({
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

export function workflowRoutes(request: Request) {
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
