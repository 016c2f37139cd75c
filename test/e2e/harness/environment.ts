/** A test environment: a fresh n8n with the packed package, a sandbox, and the credential for it. */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { scratchFolder } from './folders';
import { showProgress } from './log';
import { join, rmSync } from './node';
import { CREDENTIAL_TYPE } from './nodeTypes';
import { installPackage, packedPackage, packageFolderIn } from './package';
import type { Host } from './n8n/host';
import { installN8n } from './n8n/install';
import { signIn, type Account, type Rest } from './n8n/rest';
import { startN8n } from './n8n/start';
import { startSandbox, type RunningSandbox } from './sandbox';
import type { CredentialReference } from './workflow';

export const OWNER: Account = {
	email: 'owner@peoplelens.example',
	password: 'Owner-Test-1',
	firstName: 'Olivia',
	lastName: 'Owner',
};

export interface EnvironmentOptions {
	/** Default: the newest one. */
	host?: Host;
	/** For n8n. */
	env?: Record<string, string>;
	/** Of sandbox/main.ts. */
	sandboxArgs?: string[];
}

export type TestEnvironment = Awaited<ReturnType<typeof openTestEnvironment>>;

/** Where an environment keeps everything, until the next time. */
export const environmentFolder = (name: string): string => join(scratchFolder, name);

/**
 * Before anybody has signed up.
 * @param name of its folder below the scratch folder, which is emptied first
 */
export async function startTestEnvironment(name: string, options: EnvironmentOptions = {}) {
	const host = options.host ?? (await installN8n());
	const folder = environmentFolder(name);
	rmSync(folder, { recursive: true, force: true });
	const log = (part: string) => join(folder, `${part}.log`);
	const tarball = await packedPackage(name);
	await installPackage(folder, tarball, log('install'));
	const sandbox = await startSandbox({ args: options.sandboxArgs, log: log('sandbox') });
	const n8n = await showProgress(`Starting n8n ${host.version}`, 'about 15 s', () =>
		startN8n(host, { userFolder: folder, log: log('n8n'), env: options.env }),
	);
	return {
		host,
		folder,
		log,
		tarball,
		/** Where the package lies in n8n. */
		packageFolder: packageFolderIn(folder),
		n8n,
		sandbox,
		stop: async () => {
			await Promise.all([n8n.stop(), sandbox.stop()]);
		},
	};
}

/**
 * With its owner signed in.
 * @param name of its folder below the scratch folder, which is emptied first
 */
export async function openTestEnvironment(name: string, options: EnvironmentOptions = {}) {
	const started = await startTestEnvironment(name, options);
	const rest = await signIn(started.n8n.url, OWNER);
	const tenants: RunningSandbox[] = [];
	return {
		...started,
		rest,
		credential: await createPeopleLensCredential(rest, 'PeopleLens', dataOf(started.sandbox)),
		/** A credential of any type, as a node refers to it. */
		addCredential: async (
			credentialName: string,
			type: string,
			data: ICredentialDataDecryptedObject,
		) => ({ [type]: await rest.credentials.create({ name: credentialName, type, data }) }),
		/** One more tenant, for what would get in the way of others. */
		openTenant: async (tenantName: string, args: string[] = []) => {
			const tenant = await startSandbox({ args, log: started.log('tenants') });
			tenants.push(tenant);
			const data = dataOf(tenant);
			const credential = await createPeopleLensCredential(rest, tenantName, data);
			return { tenant, credential };
		},
		stop: async () => {
			await Promise.all([started, ...tenants].map((part) => part.stop()));
		},
	};
}

/** What the credential of a sandbox holds. */
export const dataOf = ({ url, apiKey }: Pick<RunningSandbox, 'url' | 'apiKey'>) => ({
	baseUrl: url,
	apiKey,
});

export const createPeopleLensCredential = async (
	rest: Rest,
	name: string,
	data: { baseUrl: string; apiKey: string },
): Promise<CredentialReference> =>
	await rest.credentials.create({ name, type: CREDENTIAL_TYPE, data });
