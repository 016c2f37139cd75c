import axios, { type Method } from 'axios';
import type { AuditLog } from '../../../nodes/PeopleLens/api/types';
import type { BurstOptions, BurstReport } from '../../../sandbox/webhook/burst';
import type { Delivery, WebhookSettings } from '../../../sandbox/webhook/sender';
import type {
	Behaviour,
	Fault,
	FaultOptions,
	RecordedRequest,
	SandboxUser,
} from '../../../sandbox';

/** An event as the sandbox keeps it: whole. */
export interface SandboxEvent extends AuditLog {
	id: string;
	action: string;
	created_at: string;
}

/** What may be said of an event that is to be made; what is missing is made up. */
export type NewEvent = Partial<AuditLog>;

export interface EventOptions {
	/** Spreads so many events over the last ms. */
	spreadMs?: number;
	/** Hides them for so many ms. */
	visibleInMs?: number;
}

/** `times: null`: until the faults are forgotten. */
export type FaultPlan = Omit<FaultOptions, 'match' | 'times'> & {
	times?: number | null;
	match?: { method?: string; path?: string };
};

/** What the examples look at. */
export interface HiringRecords {
	candidates: Array<{
		id: string;
		first_name: string;
		last_name: string;
		email: string;
		status: string;
		job_id: string | null;
	}>;
	jobs: Array<{ id: string; title: string; status: string }>;
	templates: Array<{ id: string }>;
	plans: Array<{ id: string; candidate_id: string }>;
	documents: Array<{ candidate_id: string; file_name: string }>;
}

/** What is missing is made up; `times`: the very same delivery so often. */
interface EventToSend {
	kind: string;
	data?: object;
	times?: number;
	signing?: string;
	encoding?: string;
}

interface RequestLog {
	data: RecordedRequest[];
	/** Where the next look begins. */
	next: number;
}

export type SandboxControl = ReturnType<typeof controlSandbox>;

/**
 * Looks into a running sandbox and changes it from outside (GET <url>/sandbox lists what there is).
 * @param url of the sandbox, without a trailing slash
 */
export function controlSandbox(url: string) {
	const client = axios.create({
		baseURL: `${url}/sandbox`,
		proxy: false,
		validateStatus: () => true,
	});
	async function send<T>(method: Method, path: string, body: object = {}): Promise<T> {
		const { status, data } = await client.request({
			method,
			url: path,
			data: method === 'GET' ? undefined : body,
		});
		if (status < 300) return data;
		throw new Error(`The sandbox answered ${status}: ${data?.message}`);
	}
	const sendForData = async <T>(method: Method, path: string, body?: object): Promise<T[]> =>
		(await send<{ data: T[] }>(method, path, body)).data;

	return {
		/** Every event, oldest first, those included that can't be seen yet. */
		events: () => sendForData<SandboxEvent>('GET', '/events'),
		/** Lets something happen, now: so many events, or these. */
		addEvents: (events: number | NewEvent[], options: EventOptions = {}) =>
			sendForData<SandboxEvent>('POST', '/events', {
				...(typeof events === 'number' ? { count: events } : { events }),
				...options,
			}),
		/** Everybody, with `state`. */
		users: () => sendForData<SandboxUser>('GET', '/users'),
		addUsers: (users: number | Array<Partial<SandboxUser>>) =>
			send('POST', '/users', typeof users === 'number' ? { count: users } : { users }),
		behave: (changes: Partial<Behaviour>) => send('PATCH', '/behaviour', changes),
		inject: (fault: Fault, plan: FaultPlan = {}) => send('POST', '/faults', { fault, ...plan }),
		forgetFaults: () => send('DELETE', '/faults'),
		/** From now on, everything happens at this moment. */
		holdClock: () => send('POST', '/clock', { hold: true }),
		revokeKey: () => send('POST', '/key/revoke'),
		restoreKey: (options: { permissions?: string[] } = {}) => send('POST', '/key/restore', options),
		/** Makes a new key and revokes the old one. @returns the new key */
		rotateKey: async () => (await send<{ apiKey: string }>('POST', '/key/rotate')).apiKey,
		/** Candidates, jobs, interview plans and documents, as the tenant keeps them. */
		addDocument: (document: { candidate_id: string; file_name: string }) =>
			send('POST', '/documents', document),
		hiring: () => send<HiringRecords>('GET', '/hiring'),
		/** What stands under Settings > Webhooks, and the last 50 deliveries. */
		webhooks: () => send<{ settings: WebhookSettings; deliveries: Delivery[] }>('GET', '/webhooks'),
		/** Changes what stands there: where to send to, and the secret. */
		setUpWebhooks: (settings: Partial<WebhookSettings>) => send('PATCH', '/webhooks', settings),
		/** Sends an event as a webhook. @returns what became of each delivery */
		sendWebhook: (event: EventToSend) => sendForData<Delivery>('POST', '/webhooks', event),
		/** Sends many webhooks. @returns what became of all of them, when the last one is answered */
		sendWebhooks: (options: Partial<BurstOptions>) =>
			send<BurstReport>('POST', '/webhooks/burst', { ...options, list: true }),
		/** What was received. @param from `next` of an earlier answer */
		requests: (from = 0) => send<RequestLog>('GET', `/requests?from=${from}`),
	};
}

/** Those who have access, or are invited to it. */
export const withAccess = (users: SandboxUser[]): SandboxUser[] =>
	users.filter(({ state }) => state !== 'deactivated');

/** Those who have accepted their invitation. */
export const activeOnes = (users: SandboxUser[]): SandboxUser[] =>
	users.filter(({ state }) => state === 'active');
