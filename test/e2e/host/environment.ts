/** Where a host test runs: a throw-away n8n with the packed package, a sandbox, a TCP proxy between. */
import { CREDENTIAL_TYPE } from '../harness/nodeTypes';
import { createPeopleLensCredential, environmentFolder, OWNER } from '../harness/environment';
import { join, rmSync } from '../harness/node';
import { installPackage } from '../harness/package';
import type { Host } from '../harness/n8n/host';
import { installN8n } from '../harness/n8n/install';
import { signIn, type Rest } from '../harness/n8n/rest';
import { startN8n, type RunningN8n } from '../harness/n8n/start';
import { freePort } from '../harness/ports';
import { startSandbox, type RunningSandbox } from '../harness/sandbox';
import type { EventOptions } from '../harness/sandboxControl';
import { openTcpProxy, type TcpProxy } from '../harness/services/tcpProxy';
import type { CredentialReference } from '../harness/workflow';

/** The key of the workflows that stay undisturbed when the tenant's first key is revoked. */
const STEADY_KEY = 'dummy-steady-key-example';

export const hostTestFolder = (name: string): string => environmentFolder(join('host-tests', name));

interface HostOptions {
	/** Of the folder, below the scratch folder; it is emptied first. */
	name: string;
	/** Default: the newest one. */
	host?: Host;
	/** Installed before the start; without it, n8n starts bare. */
	tarball?: string;
	/** Settings of n8n. */
	env?: Record<string, string>;
	/** By which n8n knows PeopleLens: 127.0.0.1 or localhost. */
	hostname?: string;
}

export async function openHostEnvironment(options: HostOptions): Promise<HostEnvironment> {
	const { name, tarball, env = {}, hostname = '127.0.0.1' } = options;
	const host = options.host ?? (await installN8n());
	const folder = hostTestFolder(name);
	rmSync(folder, { recursive: true, force: true });
	const log = (part: string) => join(folder, `${part}.log`);
	if (tarball) await installPackage(folder, tarball, log('install'));
	const args = ['--read-only-key', STEADY_KEY];
	const sandbox = await startSandbox({ args, log: log('sandbox') });
	const proxy = await openTcpProxy(sandbox.url);
	const environment = new HostEnvironment({
		host,
		folder,
		log,
		sandbox,
		proxy,
		baseUrl: `http://${hostname}:${proxy.port}`,
		port: await freePort(),
		env,
	});
	await environment.start();
	return environment;
}

interface Parts {
	host: Host;
	folder: string;
	log: (part: string) => string;
	sandbox: RunningSandbox;
	proxy: TcpProxy;
	/** Of PeopleLens, as n8n knows it. */
	baseUrl: string;
	/** Of n8n, the same at each start. */
	port: number;
	env: Record<string, string>;
}

export class HostEnvironment {
	readonly host: Host;
	readonly folder: string;
	readonly log: (part: string) => string;
	readonly sandbox: RunningSandbox;
	readonly proxy: TcpProxy;
	/** All that were ever valid: none may be found anywhere. */
	readonly keys: { first: string; steady: string; second?: string };
	/** The IDs of all events that were made, in their order. */
	readonly made: string[] = [];
	#running?: { n8n: RunningN8n; rest: Rest };

	constructor(private readonly parts: Parts) {
		({ host: this.host, folder: this.folder, log: this.log } = parts);
		({ sandbox: this.sandbox, proxy: this.proxy } = parts);
		this.keys = { first: parts.sandbox.apiKey, steady: STEADY_KEY };
	}

	get n8n(): RunningN8n {
		return this.#started().n8n;
	}

	get rest(): Rest {
		return this.#started().rest;
	}

	get knownKeys(): string[] {
		return Object.values(this.keys);
	}

	/** Starts n8n. @param more settings for this start only */
	async start(more: Record<string, string> = {}): Promise<void> {
		const { port, env } = this.parts;
		const n8n = await startN8n(this.host, {
			userFolder: this.folder,
			log: this.log('n8n'),
			port,
			env: { ...env, ...more },
		});
		this.#running = { n8n, rest: await signIn(n8n.url, OWNER) };
	}

	/** Something happens in PeopleLens. */
	async makeEvents(count: number, options?: EventOptions): Promise<void> {
		const events = await this.sandbox.addEvents(count, options);
		this.made.push(...events.map(({ id }) => id));
	}

	async addCredential(name: string, apiKey: string): Promise<CredentialReference> {
		const { baseUrl } = this.parts;
		return await createPeopleLensCredential(this.rest, name, { baseUrl, apiKey });
	}

	async changeKey({ id, name }: CredentialReference, apiKey: string): Promise<void> {
		const data = { baseUrl: this.parts.baseUrl, apiKey };
		await this.rest.credentials.update(id, { name, type: CREDENTIAL_TYPE, data });
	}

	async stop(): Promise<void> {
		await this.#running?.n8n.stop();
		await this.proxy.shut();
		await this.sandbox.stop();
	}

	#started() {
		if (this.#running) return this.#running;
		throw new Error('n8n has not been started.');
	}
}
