/** What the demo puts into its n8n: a credential and ready workflows. */
import type { INode } from 'n8n-workflow';
import { join, readFileSync, readdirSync, repositoryRoot } from '../../test/e2e/harness/node';
import type { Rest } from '../../test/e2e/harness/n8n/rest';
import type { StoredWorkflow } from '../../test/e2e/harness/n8n/routes';
import { CREDENTIAL_TYPE } from '../../test/e2e/harness/nodeTypes';
import { UserFacingError } from '../../test/e2e/harness/userFacingError';
import type { CredentialReference, WorkflowContent } from '../../test/e2e/harness/workflow';

const FOLDER = join(repositoryRoot, 'scripts', 'demo', 'workflows');

/** Where a PeopleLens is, and its key. */
export interface PeopleLensAccess {
	baseUrl: string;
	apiKey: string;
}

export type DemoWorkflow = Pick<StoredWorkflow, 'id' | 'name'>;

/**
 * Makes the credential, or gives the one from the last start the present address and key, and
 * tests it the way the editor's button does.
 * @throws {UserFacingError} with n8n's own words when the test isn't green
 */
export async function ensureCredential(
	rest: Rest,
	access: PeopleLensAccess,
): Promise<CredentialReference> {
	const existing = (await rest.credentials.list()).find(({ type }) => type === CREDENTIAL_TYPE);
	const name = existing?.name ?? 'PeopleLens demo';
	const credential = { name, type: CREDENTIAL_TYPE, data: { ...access } };
	const reference = existing
		? await rest.credentials.update(existing.id, credential)
		: await rest.credentials.create(credential);
	const { status, message } = await rest.credentials.test({ ...credential, id: reference.id });
	if (status === 'OK') return reference;
	throw new UserFacingError(`PeopleLens at ${access.baseUrl} could not be used: ${message}`, {
		fix: 'Check the address and the API key, and start again.',
	});
}

/**
 * Imports those workflows that aren't there yet. One that is there stays as its user left it; only
 * a reference to a credential that no longer exists is renewed.
 * @returns them in the order of the files' names
 */
export async function ensureWorkflows(
	rest: Rest,
	credential: CredentialReference,
): Promise<DemoWorkflow[]> {
	const known = new Set((await rest.credentials.list()).map(({ id }) => id));
	const lacksCredential = ({ credentials }: INode) => {
		const id = credentials?.[CREDENTIAL_TYPE]?.id;
		return typeof id === 'string' && !known.has(id);
	};
	const ensured: DemoWorkflow[] = [];
	for (const wanted of readWorkflows()) {
		const existing = await rest.workflows.find(wanted.id);
		const { name, nodes } = existing ?? wanted;
		const renewed = nodes.map((node) =>
			lacksCredential(node)
				? { ...node, credentials: { ...node.credentials, [CREDENTIAL_TYPE]: credential } }
				: node,
		);
		if (!existing) await rest.workflows.create({ ...wanted, nodes: renewed });
		else if (nodes.some(lacksCredential)) {
			await rest.workflows.update(wanted.id, { nodes: renewed });
		}
		ensured.push({ id: wanted.id, name });
	}
	return ensured;
}

const readWorkflows = (): Array<WorkflowContent & { id: string }> =>
	readdirSync(FOLDER)
		.sort()
		.map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));
