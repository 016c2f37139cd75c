/** One run of the demo: PeopleLens (sandbox or a tenant), n8n with the package, and what is in it. */
import { join } from 'node:path';
import { installPackage, startN8n } from '../host/n8n.mjs';
import { signIn } from '../host/rest.mjs';
import { startSandbox } from '../host/sandbox.mjs';
import { Trouble } from '../lib/output.mjs';
import { freePorts } from '../lib/ports.mjs';
import { recall, remember } from './account.mjs';
import { ensureCredential, ensureWorkflows } from './content.mjs';

/**
 * @param {object} options
 * @param {string} options.folder everything that outlives this run
 * @param {import('../host/install.mjs').Host} options.host
 * @param {string} options.tarball the packed package
 * @param {{ baseUrl: string, apiKey: string }} [options.tenant] instead of the sandbox
 */
export async function openDemo({ folder, host, tarball, tenant }) {
	const memory = recall(folder);
	const logs = { n8n: join(folder, 'n8n.log'), sandbox: join(folder, 'sandbox.log') };
	const parts = [];
	const stop = async () => {
		await Promise.all(parts.map((part) => part.stop()));
	};
	try {
		await installPackage(folder, tarball, logs.n8n);
		const [n8nPort, sandboxPort] = await freePorts([memory.ports.n8n, memory.ports.sandbox]);
		remember(folder, { ...memory, ports: { n8n: n8nPort, sandbox: sandboxPort } });

		const sandbox = tenant ? undefined : await startLivelySandbox(sandboxPort, logs.sandbox);
		if (sandbox) parts.push(sandbox);
		const n8n = await startN8n(host, { userFolder: folder, log: logs.n8n, port: n8nPort });
		parts.push(n8n);

		const rest = await signInAs(memory.account, n8n.url, logs.n8n);
		const peopleLens = tenant ?? { baseUrl: sandbox.url, apiKey: sandbox.apiKey };
		const credential = await ensureCredential(rest, peopleLens);
		const workflows = await ensureWorkflows(rest, credential);
		const { account } = memory;
		const ended = Promise.race(parts.map((part) => part.ended));
		return { url: n8n.url, account, rest, peopleLens, credential, workflows, logs, ended, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

function startLivelySandbox(port, log) {
	return startSandbox({ args: ['--lively', '--port', String(port)], log });
}

async function signInAs(account, url, log) {
	try {
		return await signIn(url, account);
	} catch (error) {
		if (error.status !== 401) throw error;
		throw new Trouble("The demo's login no longer works: its password was changed in n8n.", {
			fix: 'Start with --fresh to begin anew (the workflows of the demo are made again).',
			log,
		});
	}
}

const STARTS = ['n8n-nodes-base.manualTrigger', 'n8n-nodes-peoplelens.peopleLensTrigger'];

/**
 * "Execute workflow": runs it from where it starts by hand, which is "Fetch Test Event" for a
 * PeopleLens Trigger, and waits for the end.
 * @returns {Promise<object>} the execution
 * @throws {Trouble} with the message a user would see in the editor
 */
export async function runWorkflow({ rest, logs }, id) {
	const { name, nodes } = await rest.workflows.find(id);
	const trigger = nodes.find(({ type }) => STARTS.includes(type));
	const execution = await rest.executions.wait(await rest.workflows.run(id, trigger.name));
	if (execution.status === 'success') return execution;
	const { message = execution.status, description } = execution.data.resultData.error ?? {};
	throw new Trouble(`The workflow "${name}" did not succeed: ${message}`, {
		fix: description,
		log: logs.n8n,
	});
}
