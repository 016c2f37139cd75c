/**
 * Puts workflows into production and takes them out again, as the editor's Publish does.
 * Checked against n8n 2.41.1, where publishing is only begun by the request: what becomes of the
 * triggers stands in the publication status (unless N8N_USE_WORKFLOW_PUBLICATION_SERVICE is false).
 */
import { setTimeout as sleep } from 'node:timers/promises';

/** n8n tries five times within 15 s before it gives a trigger up. */
const SETTLED_MS = 60_000;

/**
 * @param {import('./rest.mjs').Rest} rest
 * @param {string} id of the workflow, whose latest version is published
 * @returns {Promise<{ status: string, refusal?: string }>} status: `published` or `failed`;
 *   refusal: what n8n tells the user then
 * @throws {import('./rest.mjs').RestError} when n8n refuses at once
 */
export async function publish(rest, id) {
	const { versionId } = await rest.workflows.find(id);
	await switchTo(rest, id, 'activate', { versionId });
	return await settledStatus(rest, id);
}

export async function unpublish(rest, id) {
	await switchTo(rest, id, 'deactivate', {});
	return await settledStatus(rest, id);
}

async function switchTo(rest, id, what, body) {
	try {
		await rest.request('POST', `/workflows/${id}/${what}`, body);
	} catch (error) {
		if (error.status !== 404) throw error;
		// n8n 1 knows no versions: what is saved is what runs.
		await rest.request('PATCH', `/workflows/${id}`, { active: what === 'activate' });
	}
}

/** Waits until nothing is under way any more. */
async function settledStatus(rest, id) {
	for (const deadline = Date.now() + SETTLED_MS; Date.now() < deadline; await sleep(200)) {
		const { status, refusal } = await publicationStatus(rest, id);
		if (status !== 'in_progress') return { status, refusal };
	}
	throw new Error(`Publishing workflow ${id} has not ended after ${SETTLED_MS / 1000} s.`);
}

/** How the published workflow is doing. */
export async function publicationStatus(rest, id) {
	try {
		const { status, triggers } = await rest.request('GET', `/workflows/${id}/publication-status`);
		return { status, refusal: triggers.find((trigger) => trigger.errorMessage)?.errorMessage };
	} catch (error) {
		if (error.status !== 404) throw error;
		// n8n without the publication service: its answer to the request was the outcome.
		const { active } = await rest.workflows.find(id);
		return { status: active ? 'published' : 'not_published' };
	}
}
