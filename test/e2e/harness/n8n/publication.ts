/**
 * Puts workflows into production and takes them out again, as the editor's Publish does.
 * Checked against n8n 2.41.1, where publishing is only begun by the request: what becomes of the
 * triggers stands in the publication status (unless N8N_USE_WORKFLOW_PUBLICATION_SERVICE is false).
 */
import { eventually } from '../eventually';
import { rethrow } from '../userFacingError';
import type { Rest } from './rest';
import { hasStatus } from './restError';

/** n8n tries five times within 15 s before it gives a trigger up. */
const SETTLED_MS = 60_000;

export interface Publication {
	status: 'published' | 'failed' | 'in_progress' | 'not_published';
	/** What n8n tells the user when it failed. */
	refusal?: string;
}

/**
 * Publishes a workflow's latest version, and waits for the outcome.
 * @throws {RestError} when n8n refuses at once
 */
export async function publish(rest: Rest, id: string): Promise<Publication> {
	const { versionId } = await rest.workflows.get(id);
	await switchTo(rest, id, 'activate', { versionId });
	return await settledStatus(rest, id);
}

/** @throws {Error} with n8n's words when the workflow can't be published */
export async function publishOrFail(rest: Rest, id: string): Promise<void> {
	const { status, refusal } = await publish(rest, id);
	if (status !== 'published') throw new Error(`n8n did not publish it: ${refusal ?? status}`);
}

export async function unpublish(rest: Rest, id: string): Promise<Publication> {
	await switchTo(rest, id, 'deactivate', {});
	return await settledStatus(rest, id);
}

async function switchTo(
	rest: Rest,
	id: string,
	what: 'activate' | 'deactivate',
	body: object,
): Promise<void> {
	try {
		await rest.request('POST', `/workflows/${id}/${what}`, body);
	} catch (error) {
		if (!hasStatus(error, 404)) rethrow(error);
		// n8n 1 knows no versions: what is saved is what runs.
		await rest.workflows.update(id, { active: what === 'activate' });
	}
}

/** Waits until nothing is under way any more. */
const settledStatus = async (rest: Rest, id: string): Promise<Publication> =>
	await eventually(
		`workflow ${id} to be published or not`,
		async () => {
			const publication = await publicationStatus(rest, id);
			return publication.status !== 'in_progress' && publication;
		},
		{ timeout: SETTLED_MS, interval: 200 },
	);

/** How the published workflow is doing. */
export async function publicationStatus(rest: Rest, id: string): Promise<Publication> {
	try {
		const { status, triggers } = await rest.request<{
			status: Publication['status'];
			triggers: Array<{ errorMessage?: string }>;
		}>('GET', `/workflows/${id}/publication-status`);
		return { status, refusal: triggers.find(({ errorMessage }) => errorMessage)?.errorMessage };
	} catch (error) {
		if (!hasStatus(error, 404)) rethrow(error);
		// n8n without the publication service: its answer to the request was the outcome.
		const { active } = await rest.workflows.get(id);
		return { status: active ? 'published' : 'not_published' };
	}
}
