/** An n8n on which a bad day can be played: for it, the name server can go away as well. */
import { join, repositoryRoot } from '../harness/node';
import { packedPackage } from '../harness/package';
import type { CredentialReference } from '../harness/workflow';
import { hostTestFolder, openHostEnvironment, type HostEnvironment } from './environment';

export interface FaultDay {
	environment: HostEnvironment;
	/** Whose key is rotated. */
	credential: CredentialReference;
	/** While this file is there, no host name is found. */
	dnsSwitch: string;
	/** How far PeopleLens's clock is ahead. */
	clockOffsetMs: number;
}

/**
 * @param name of the folder, below the scratch folder; it is emptied first
 * @param env settings of n8n
 * @param preloads files that are loaded into n8n as well, seen from this folder
 */
export async function openFaultDay(
	name: string,
	env: Record<string, string>,
	preloads: string[] = [],
): Promise<FaultDay> {
	const dnsSwitch = join(hostTestFolder(name), 'dns-gone');
	const folder = join(repositoryRoot, 'test/e2e/host');
	const files = ['failingDns.cjs', ...preloads].map((file) => join(folder, file));
	const environment = await openHostEnvironment({
		name,
		tarball: await packedPackage('host'),
		env: {
			NODE_OPTIONS: files.map((file) => `--require "${file}"`).join(' '),
			PEOPLELENS_DNS_GONE: dnsSwitch,
			...env,
		},
		hostname: 'localhost',
	});
	const credential = await environment.addCredential('Rotated key', environment.keys.first);
	return { environment, credential, dnsSwitch, clockOffsetMs: 0 };
}
