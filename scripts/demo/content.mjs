/** What the demo puts into its n8n: a credential and ready workflows. */
import { readFileSync, readdirSync } from 'node:fs';
import { Trouble } from '../lib/output.mjs';

const CREDENTIAL_TYPE = 'peopleLensApi';
const workflowsFolder = new URL('workflows/', import.meta.url);

/**
 * Makes the credential, or gives the one from the last start the present address and key, and
 * tests it the way the editor's button does.
 * @param {import('../host/rest.mjs').Rest} rest
 * @param {{ baseUrl: string, apiKey: string }} data
 * @throws {Trouble} with n8n's own words when the test isn't green
 */
export async function ensureCredential(rest, data) {
	const existing = (await rest.credentials.list()).find(({ type }) => type === CREDENTIAL_TYPE);
	const credential = { name: existing?.name ?? 'PeopleLens demo', type: CREDENTIAL_TYPE, data };
	const { id, name } = existing
		? await rest.credentials.update(existing.id, credential)
		: await rest.credentials.create(credential);
	const { status, message } = await rest.credentials.test({ ...credential, id });
	if (status !== 'OK') {
		throw new Trouble(`PeopleLens at ${data.baseUrl} could not be used: ${message}`, {
			fix: 'Check the address and the API key, and start again.',
		});
	}
	return { id, name };
}

/**
 * Imports those workflows that aren't there yet. One that is there stays as its user left it; only
 * a reference to a credential that no longer exists is renewed.
 * @returns {Promise<{ id: string, name: string }[]>} in the order of the files' names
 */
export async function ensureWorkflows(rest, credential) {
	const known = new Set((await rest.credentials.list()).map(({ id }) => id));
	const ensured = [];
	for (const file of readdirSync(workflowsFolder).sort()) {
		const wanted = JSON.parse(readFileSync(new URL(file, workflowsFolder), 'utf8'));
		const existing = await rest.workflows.find(wanted.id);
		const workflow = existing ?? wanted;
		const lost = workflow.nodes.filter((node) => lacksCredential(node, known));
		for (const node of lost) node.credentials[CREDENTIAL_TYPE] = credential;
		if (!existing) await rest.workflows.create(workflow);
		else if (lost.length > 0) await rest.workflows.update(existing.id, { nodes: workflow.nodes });
		ensured.push({ id: workflow.id, name: workflow.name });
	}
	return ensured;
}

function lacksCredential({ credentials }, known) {
	const reference = credentials?.[CREDENTIAL_TYPE];
	return reference !== undefined && !known.has(reference.id);
}
