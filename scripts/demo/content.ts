/** What the demo puts into its n8n: a credential and ready workflows. */
import type { INode } from 'n8n-workflow';
import { join, readFileSync, readdirSync, repositoryRoot } from '../../test/e2e/harness/node';
import type { Rest } from '../../test/e2e/harness/n8n/rest';
import type { Credential, StoredWorkflow } from '../../test/e2e/harness/n8n/routes';
import { CREDENTIAL_TYPE, WEBHOOK_CREDENTIAL_TYPE } from '../../test/e2e/harness/nodeTypes';
import { UserFacingError } from '../../test/e2e/harness/userFacingError';
import type { CredentialReference, WorkflowContent } from '../../test/e2e/harness/workflow';

const FOLDER = join(repositoryRoot, 'scripts', 'demo', 'workflows');

/** Where a PeopleLens is, and its key. */
export interface PeopleLensAccess {
	baseUrl: string;
	apiKey: string;
}

export interface DemoWorkflow extends Pick<StoredWorkflow, 'id' | 'name'> {
	/** Whether it was imported just now. */
	isNew: boolean;
}

/** The credential for each type of it. */
export type DemoCredentials = Record<string, CredentialReference>;

/**
 * Makes the credential, or gives the one from the last start the present address and key, and
 * tests it the way the editor's button does.
 * @throws {UserFacingError} with n8n's own words when the test isn't green
 */
export async function ensureCredential(
	rest: Rest,
	access: PeopleLensAccess,
): Promise<CredentialReference> {
	const credential = await findOrName(rest, CREDENTIAL_TYPE, 'PeopleLens demo', { ...access });
	const reference = await save(rest, credential);
	const { status, message } = await rest.credentials.test({ ...credential, id: reference.id });
	if (status === 'OK') return reference;
	throw new UserFacingError(`PeopleLens at ${access.baseUrl} could not be used: ${message}`, {
		fix: 'Check the address and the API key, and start again.',
	});
}

/** The same for the secret of the sandbox's webhooks, which nobody can be asked about. */
export async function ensureWebhookCredential(
	rest: Rest,
	webhookSecret: string,
): Promise<CredentialReference> {
	const data = { webhookSecret };
	const name = 'PeopleLens demo webhooks';
	return await save(rest, await findOrName(rest, WEBHOOK_CREDENTIAL_TYPE, name, data));
}

async function findOrName(
	rest: Rest,
	type: string,
	newName: string,
	data: Credential['data'],
): Promise<Omit<Credential, 'id'> & { id?: string }> {
	const existing = (await rest.credentials.list()).find((credential) => credential.type === type);
	return { id: existing?.id, name: existing?.name ?? newName, type, data };
}

const save = async (
	rest: Rest,
	{ id, ...credential }: Omit<Credential, 'id'> & { id?: string },
): Promise<CredentialReference> =>
	id === undefined
		? await rest.credentials.create(credential)
		: await rest.credentials.update(id, credential);

/**
 * Imports those workflows that aren't there yet. One that is there stays as its user left it; only
 * a reference to a credential that no longer exists is renewed. A workflow for which there is no
 * credential is left out.
 * @returns them in the order of the files' names
 */
export async function ensureWorkflows(
	rest: Rest,
	credentials: DemoCredentials,
): Promise<DemoWorkflow[]> {
	const known = new Set((await rest.credentials.list()).map(({ id }) => id));
	const ensured: DemoWorkflow[] = [];
	for (const wanted of readWorkflows()) {
		if (!wanted.nodes.every((node) => typesOf(node).every((type) => type in credentials))) continue;
		const existing = await rest.workflows.find(wanted.id);
		const { name, nodes } = existing ?? wanted;
		const renewed = nodes.map((node) => renewCredentials(node, known, credentials));
		if (!existing) await rest.workflows.create({ ...wanted, nodes: renewed });
		else if (renewed.some((node, index) => node !== nodes[index])) {
			await rest.workflows.update(wanted.id, { nodes: renewed });
		}
		ensured.push({ id: wanted.id, name, isNew: !existing });
	}
	return ensured;
}

const typesOf = ({ credentials = {} }: INode): string[] => Object.keys(credentials);

/** @returns the very same node when there is nothing to renew */
function renewCredentials(node: INode, known: Set<string>, credentials: DemoCredentials): INode {
	const lost = typesOf(node).filter((type) => {
		const id = node.credentials?.[type]?.id;
		return type in credentials && typeof id === 'string' && !known.has(id);
	});
	if (lost.length === 0) return node;
	const renewed = Object.fromEntries(lost.map((type) => [type, credentials[type]]));
	return { ...node, credentials: { ...node.credentials, ...renewed } };
}

const readWorkflows = (): Array<WorkflowContent & { id: string }> =>
	readdirSync(FOLDER)
		.sort()
		.map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
