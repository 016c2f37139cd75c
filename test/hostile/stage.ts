/** One execution of the node, or check of the trigger, against a server that lies. */
import { executeContext, pollContext } from '../support/n8n';

import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { PeopleLens } from '../../nodes/PeopleLens/PeopleLens.node';
import { PeopleLensTrigger } from '../../nodes/PeopleLens/PeopleLensTrigger.node';
import { startSandbox, type Fault } from '../../sandbox';
import type { RecordedRequest } from '../../sandbox/http/recordedRequest';
import { createServer, inspect } from '../support/node';
import type { AddressInfo } from '../support/node';
import type { Evidence, Exchange } from './evidence';
import { LIES } from './lies';
import { TIMEOUT_MS } from './settings';

/** A key with all that is escaped somewhere. */
export const API_KEY = 'pk+live/Zq3_vN8w"Tr&7=Lx-dummy-key-example';

export interface Deception {
	lie: string;
	variant: number;
	/** Which requests it is told to: every one, those that change something, or the one of that number. */
	to: 'all' | 'changes' | 'reads' | number;
}

export interface Person {
	id: string;
	email: string;
	role: string;
}

export interface HostileCase {
	people: Person[];
	deceptions: Deception[];
	/** A fault of the connection, and the number of the request that it hits. */
	fault?: { fault: Fault; after: number; times: number };
}

const applies = ({ to }: Deception, request: RecordedRequest, number: number) =>
	to === 'all' ||
	(to === 'changes' && request.method !== 'GET') ||
	(to === 'reads' && request.method === 'GET') ||
	to === number;

/** Opens a tenant with these people that lies in these ways. */
export async function openHostileTenant({ people, deceptions, fault }: HostileCase) {
	let lies = deceptions;
	const elsewhere = await listenElsewhere();
	const sandbox = await startSandbox({ apiKey: API_KEY, users: 0, auditLogs: 0 });
	for (const { id, email, role } of people) {
		sandbox.tenant.addUser({ id, email, role, first_name: 'Ada', last_name: 'Lovelace' });
	}
	const exchanges: Exchange[] = [];
	const open = new Map<RecordedRequest, Exchange>();
	const noteTimes = () => {
		for (const [{ at, endedAt }, exchange] of open) exchange.tookMs = (endedAt ?? Date.now()) - at;
	};
	sandbox.onRequest = (request) => {
		const { method, path, query, body } = request;
		const exchange = { method, path, query, body };
		exchanges.push(exchange);
		open.set(request, exchange);
	};
	sandbox.rewriteAnswer = (answer, request) => {
		const exchange = open.get(request);
		const number = exchange ? exchanges.indexOf(exchange) : -1;
		let told = answer;
		for (const deception of lies) {
			if (!applies(deception, request, number)) continue;
			const scene = { apiKey: API_KEY, elsewhere: elsewhere.url, variant: deception.variant };
			told = LIES[deception.lie](told, request, scene);
		}
		if (exchange) exchange.answer = told;
		return told;
	};
	if (fault) sandbox.inject(fault.fault, { after: fault.after, times: fault.times });
	return {
		sandbox,
		exchanges,
		noteTimes,
		/** Tells these lies from now on. */
		lie: (others: Deception[]) => {
			lies = others;
		},
		strayed: elsewhere.requests,
		stop: async () => {
			await sandbox.stop();
			await elsewhere.stop();
		},
	};
}

export type HostileTenant = Awaited<ReturnType<typeof openHostileTenant>>;

async function listenElsewhere() {
	let count = 0;
	const server = createServer((_, response) => {
		count++;
		response.end('{"data":[]}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests: () => count,
		stop: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

/** Runs the node once, and keeps all that it did and said. */
export async function runAgainst(
	tenant: HostileTenant,
	parameters: INodeParameters,
	input: IDataObject[],
	onError: 'continueRegularOutput' | 'stopWorkflow',
): Promise<Evidence> {
	const credentials = { baseUrl: tenant.sandbox.url, apiKey: API_KEY };
	const node = new PeopleLens();
	const context = executeContext(node, { credentials, parameters, input, onError });
	const logs = captureLogs(context);
	const outcome = await settled(async () => (await node.execute.call(context))[0]);
	return {
		...evidenceOf(tenant, outcome, logs),
		hints: context.hints.map(({ message }) => message),
	};
}

/** Makes a trigger check once for each function, which may change the world before it. */
export async function pollAgainst(
	tenant: HostileTenant,
	parameters: INodeParameters,
	steps: Array<() => void>,
): Promise<Evidence[]> {
	const credentials = { baseUrl: tenant.sandbox.url, apiKey: API_KEY };
	const trigger = new PeopleLensTrigger();
	const { context } = pollContext(trigger, { credentials, parameters, budgetMs: 20_000 });
	const logs = captureLogs(context);
	const evidence: Evidence[] = [];
	for (const step of steps) {
		step();
		const outcome = await settled(async () => (await trigger.poll.call(context))?.[0] ?? []);
		evidence.push(evidenceOf(tenant, outcome, logs));
	}
	return evidence;
}

type Settled = { items: INodeExecutionData[]; error?: unknown };

const settled = async (work: () => Promise<INodeExecutionData[]>): Promise<Settled> =>
	await work().then(
		(items) => ({ items }),
		(error: unknown) => ({ items: [], error }),
	);

function evidenceOf(
	{ sandbox, exchanges, noteTimes, strayed }: HostileTenant,
	{ items, error }: Settled,
	logs: string[],
) {
	noteTimes();
	return {
		apiKey: API_KEY,
		exchanges,
		strayed: strayed(),
		items: items.map(({ json }) => json),
		hints: [] as string[],
		logs,
		...(error !== undefined && {
			failure: {
				message: error instanceof Error ? error.message : String(error),
				stored: `${inspect(error, { depth: 8, showHidden: true })}\n${JSON.stringify(error)}`,
			},
		}),
		hasAccess: (id: string) => sandbox.tenant.people.get(id)?.state === 'active',
		longestMs: TIMEOUT_MS + 2000,
	};
}

function captureLogs(context: object): string[] {
	const lines: string[] = [];
	const write = (message: unknown, meta?: unknown) =>
		lines.push(`${String(message)} ${meta === undefined ? '' : inspect(meta, { depth: 8 })}`);
	const logger = { error: write, warn: write, info: write, debug: write };
	Object.defineProperty(context, 'logger', { value: logger });
	return lines;
}
