/** One run of the demo: PeopleLens (sandbox or a tenant), n8n with the package, and what is in it. */
import { dataOf } from '../../test/e2e/harness/environment';
import { join } from '../../test/e2e/harness/node';
import type { Execution } from '../../test/e2e/harness/n8n/execution';
import type { Host } from '../../test/e2e/harness/n8n/host';
import { signIn, type Account, type Rest } from '../../test/e2e/harness/n8n/rest';
import { hasStatus } from '../../test/e2e/harness/n8n/restError';
import { startN8n } from '../../test/e2e/harness/n8n/start';
import {
	CREDENTIAL_TYPE,
	NODE_TYPES,
	WEBHOOK_CREDENTIAL_TYPE,
} from '../../test/e2e/harness/nodeTypes';
import { freePort } from '../../test/e2e/harness/ports';
import { startSandbox, type RunningSandbox } from '../../test/e2e/harness/sandbox';
import { rethrow, UserFacingError } from '../../test/e2e/harness/userFacingError';
import { recall, remember } from './account';
import {
	ensureCredential,
	ensureWebhookCredential,
	ensureWorkflows,
	type DemoCredentials,
	type PeopleLensAccess,
} from './content';
import { setUpWebhooks, WEBHOOK_SECRET } from './webhooks';

export interface SessionOptions {
	/** Everything that outlives this run. */
	folder: string;
	host: Host;
	/** Puts the package into n8n, before n8n is started. */
	install: (userFolder: string, log: string) => Promise<unknown>;
	/** In place of the sandbox. */
	tenant?: PeopleLensAccess;
	/** Settings of n8n. */
	env?: Record<string, string>;
}

export type DemoSession = Awaited<ReturnType<typeof openDemo>>;

export async function openDemo({ folder, host, install, tenant, env }: SessionOptions) {
	const memory = recall(folder);
	const { account } = memory;
	const logs = { n8n: join(folder, 'n8n.log'), sandbox: join(folder, 'sandbox.log') };
	const parts: Array<{ ended: Promise<void>; stop: () => Promise<void> }> = [];
	const stop = async () => {
		await Promise.all(parts.map((part) => part.stop()));
	};
	try {
		await install(folder, logs.n8n);
		const port = await freePort(memory.ports.n8n);
		const sandboxPort = await freePort(memory.ports.sandbox);
		remember(folder, { account, ports: { n8n: port, sandbox: sandboxPort } });

		let peopleLens = tenant;
		let sandbox: RunningSandbox | undefined;
		if (!peopleLens) {
			sandbox = await startLivelySandbox(sandboxPort, logs.sandbox);
			parts.push(sandbox);
			peopleLens = dataOf(sandbox);
		}
		const n8n = await startN8n(host, { userFolder: folder, log: logs.n8n, port, env });
		parts.push(n8n);

		const rest = await signInAs(account, n8n.url, logs.n8n);
		const credentials: DemoCredentials = {
			[CREDENTIAL_TYPE]: await ensureCredential(rest, peopleLens),
		};
		if (sandbox) {
			const credential = await ensureWebhookCredential(rest, WEBHOOK_SECRET);
			credentials[WEBHOOK_CREDENTIAL_TYPE] = credential;
		}
		const workflows = await ensureWorkflows(rest, credentials);
		if (sandbox) await setUpWebhooks(rest, sandbox, workflows);
		const ended = Promise.race(parts.map((part) => part.ended));
		return { url: n8n.url, account, rest, peopleLens, sandbox, workflows, logs, ended, stop };
	} catch (error) {
		await stop();
		return rethrow(error);
	}
}

/** A round number of users would look like a list that was cut. */
const DEMO_USERS = 23;

const startLivelySandbox = (port: number, log: string) =>
	startSandbox({
		args: ['--lively', '--port', String(port), '--users', String(DEMO_USERS)],
		log,
	});

async function signInAs(account: Account, url: string, log: string): Promise<Rest> {
	try {
		return await signIn(url, account);
	} catch (error) {
		if (!hasStatus(error, 401)) return rethrow(error);
		const fix = 'Start with --fresh to begin anew (the workflows of the demo are made again).';
		const message = "The demo's login no longer works: its password was changed in n8n.";
		return rethrow(new UserFacingError(message, { fix, log }));
	}
}

const STARTS: string[] = [NODE_TYPES.manualTrigger, NODE_TYPES.peopleLensTrigger];

/**
 * "Execute workflow": runs it from where it starts by hand, which is "Fetch Test Event" for a
 * PeopleLens Trigger, and waits for the end.
 * @throws {UserFacingError} with the message a user would see in the editor
 */
export async function runWorkflow({ rest, logs }: DemoSession, id: string): Promise<Execution> {
	const { name, nodes } = await rest.workflows.get(id);
	const trigger = nodes.find(({ type }) => STARTS.includes(type));
	if (!trigger) throw new Error(`The workflow "${name}" has nothing to start from.`);
	const execution = await rest.executions.wait(await rest.workflows.run(id, trigger.name));
	if (execution.status === 'success') return execution;
	const { message = execution.status, description } = execution.data.resultData.error ?? {};
	throw new UserFacingError(`The workflow "${name}" did not succeed: ${message}`, {
		fix: description ?? undefined,
		log: logs.n8n,
	});
}
