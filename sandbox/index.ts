/** A PeopleLens in one process: see `startSandbox`. */
import type { Behaviour } from './behaviour';
import { createBehaviour } from './behaviourRules';
import type { Fault } from './fault';
import { Faults, type FaultOptions } from './faults';
import { Keys, type Permission } from './http/keys';
import { RateLimit } from './http/rateLimit';
import type { RecordedRequest } from './http/recordedRequest';
import { listen } from './http/server';
import { listenForFiles } from './hiring/fileHost';
import { Lively } from './tenant/lively';
import { createRandom } from './tenant/random';
import { seed } from './tenant/seed';
import { Tenant } from './tenant/tenant';
import { WebhookSender, type WebhookSettings } from './webhook/sender';
import type { World } from './world';

export type { Behaviour, Fault, FaultOptions, RecordedRequest, Tenant };
export type { Permission };
export type { SandboxUser } from './tenant/users';
export type { WebhookSettings } from './webhook/sender';

const READING: Permission[] = ['auditLogs:read', 'users:read', 'hiring:read'];

export interface SandboxOptions {
	/** A key that may do everything. */
	apiKey?: string;
	/** A key that may read; inviting and deactivating answers 403. */
	readOnlyKey?: string;
	/** A key that is valid and may do nothing: 403 everywhere. */
	powerlessKey?: string;
	/** Default: a free one. */
	port?: number;
	/** Active users in the beginning. Default: 20. */
	users?: number;
	/** Audit logs in the beginning. Default: 200. */
	auditLogs?: number;
	/** Candidates in the beginning. Default: 12. */
	candidates?: number;
	/** Jobs in the beginning. Default: 4. */
	jobs?: number;
	/** The moment of the newest of them, in ms since the epoch. Default: now. */
	historyEnd?: number;
	/** The same seed gives the same people and events. */
	seed?: number;
	behaviour?: Partial<Behaviour>;
	/** Where webhooks go and how they are signed. Default: nowhere, until a URL is set. */
	webhooks?: Partial<WebhookSettings>;
	/** The mean time between two events that happen by themselves, in ms. Default: none do. */
	livelyMs?: number;
}

export interface Sandbox extends World {
	/** Without a slash at the end. */
	readonly url: string;
	/** Queues a fault for the requests to come. */
	inject(fault: Fault, options?: FaultOptions): void;
	/** Ends at once, hanging requests included. */
	stop(): Promise<void>;
}

/**
 * Starts a PeopleLens tenant on a loopback address.
 * @throws {RangeError} for an unknown switch or value in `behaviour`
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const { apiKey = 'dummy-api-key-example', readOnlyKey, powerlessKey } = options;
	const behaviour = createBehaviour(options.behaviour);
	const seedNumber = options.seed ?? 1;
	const tenant = new Tenant(behaviour, seedNumber);
	const { users = 20, auditLogs = 200, historyEnd = tenant.clock.now() } = options;
	seed(tenant, { users, auditLogs, historyEnd });
	const { candidates = 12, jobs = 4 } = options;
	tenant.hiring.seed({ candidates, jobs });

	const keys = new Keys();
	keys.grant(apiKey);
	if (readOnlyKey !== undefined) keys.grant(readOnlyKey, READING);
	if (powerlessKey !== undefined) keys.grant(powerlessKey, []);

	const webhooks = new WebhookSender(tenant.clock, seedNumber);
	webhooks.configure({ ...options.webhooks });
	tenant.hiring.notify = (kind, data) => {
		if (webhooks.settings.url !== '') void webhooks.send(webhooks.write(kind, data));
	};
	const faults = new Faults(createRandom(seedNumber).next);
	const world: World = {
		tenant,
		lively: new Lively(tenant),
		webhooks,
		behaviour,
		keys,
		faults,
		rateLimit: new RateLimit(() => tenant.clock.elapsed()),
		requests: [],
		fileRequests: [],
		origin: '',
		fileOrigin: '',
		apiKey,
	};
	const listening = await listen(world, options.port ?? 0);
	const files = await listenForFiles(world);
	world.origin = `http://127.0.0.1:${listening.port}`;
	world.fileOrigin = `http://127.0.0.1:${files.port}`;
	if (options.livelyMs !== undefined) world.lively.set(options.livelyMs);
	return Object.assign(world, {
		url: world.origin,
		inject: (fault: Fault, faultOptions?: FaultOptions) => faults.inject(fault, faultOptions),
		async stop() {
			world.lively.set(null);
			await listening.close();
			await files.close();
		},
	});
}
