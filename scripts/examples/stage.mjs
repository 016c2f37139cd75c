/**
 * Where the examples play: a real n8n with the packed package, the PeopleLens sandbox, and stand-ins
 * for what else the workflows talk to.
 */
import { join } from 'node:path';
import { MODEL_KEY, startChatModel } from '../ai/chatModel.mjs';
import { openHost } from '../host/throwaway.mjs';
import { eventually } from '../lib/eventually.mjs';
import { scratchFolder } from '../lib/folders.mjs';
import { openNetwork } from './network.mjs';
import { ELASTIC_KEY, createElastic } from './standIns/elastic.mjs';
import { HR_KEY, createHr } from './standIns/hr.mjs';
import { startPostgres } from './standIns/postgres.mjs';
import { SLACK_TOKEN, createSlack } from './standIns/slack.mjs';
import { SPLUNK_TOKEN, createSplunk } from './standIns/splunk.mjs';

/** The secret that the HR system sends with its webhook. */
export const HR_SECRET = 'dummy-hr-secret-example';

/** A poll comes once a minute. */
export const NEXT_CHECK_MS = 100_000;

/** @typedef {Awaited<ReturnType<typeof openStage>>} Stage */

export async function openStage() {
	const outside = join(scratchFolder, 'examples-outside');
	const model = await startChatModel();
	const postgres = await startPostgres(join(outside, 'postgres.log'));
	const [slack, elastic] = [createSlack(), createElastic()];
	const [splunk, hr] = [createSplunk(), createHr()];
	const network = await openNetwork(outside, {
		'slack.com': slack.answer,
		'elastic.example.com': elastic.answer,
		'splunk.example.com': splunk.answer,
		'hr.example.com': hr.answer,
	});
	const host = await openHost('examples', { env: network.env });
	const { rest } = host;
	// The sync takes access away, so it has a tenant of its own.
	const { tenant: syncTenant, credential: syncCredential } = await host.openTenant('sync');

	const credential = async (name, type, data) => {
		const { id } = await rest.credentials.create({ name, type, data });
		return { [type]: { id, name } };
	};
	const authorization = (value) => ({ name: 'Authorization', value });
	const byNode = {
		'New colleague': await credential('HR', 'httpHeaderAuth', {
			name: 'X-HR-Secret',
			value: HR_SECRET,
		}),
		'Send to Elastic': await credential('Elastic', 'httpHeaderAuth', authorization(ELASTIC_KEY)),
		'Send to Splunk': await credential('Splunk', 'httpHeaderAuth', authorization(SPLUNK_TOKEN)),
		'People in HR': await credential('HR list', 'httpHeaderAuth', authorization(HR_KEY)),
		Preview: { peopleLensApi: syncCredential },
		Apply: { peopleLensApi: syncCredential },
	};
	const byType = {
		slack: await credential('Slack', 'slackApi', { accessToken: SLACK_TOKEN }),
		lmChatOpenAi: await credential('OpenAI', 'openAiApi', { apiKey: MODEL_KEY, url: model.url }),
		postgres: postgres && (await credential('Postgres', 'postgres', postgres.credential)),
	};
	const peopleLens = { peopleLensApi: host.credential };
	const credentialsOf = ({ name, type }) =>
		byNode[name] ??
		(type.startsWith('n8n-nodes-peoplelens.') ? peopleLens : byType[type.split('.').at(-1)]);

	/** Imports a workflow, and chooses credentials as a person would. @returns {Promise<object>} */
	async function place(workflow) {
		const nodes = workflow.nodes.map((node) => ({ ...node, credentials: credentialsOf(node) }));
		return await rest.workflows.create({ ...workflow, nodes });
	}

	return {
		...host,
		slack,
		elastic,
		splunk,
		hr,
		syncTenant,
		model,
		postgres,
		place,
		activate: async (workflow) => await activate(rest, workflow),
		stop: async () => {
			await host.stop();
			for (const part of [network, model, postgres]) part?.stop();
		},
	};
}

/** n8n answers at once, and activates the workflow's triggers afterwards. */
async function activate(rest, { id, versionId }) {
	await rest.request('POST', `/workflows/${id}/activate`, { versionId });
	const settled = async () => {
		const found = await rest.request('GET', `/workflows/${id}/publication-status`);
		return found.status !== 'in_progress' && found;
	};
	const { status, triggers } = await eventually('the workflow to be active', settled);
	if (status === 'published') return;
	throw new Error(triggers.map(({ errorMessage }) => errorMessage).join('\n') || status);
}
