/**
 * Where the examples run: a real n8n with the packed package, the PeopleLens sandbox, and stubs for
 * what else the workflows talk to.
 */
import type { INode, INodeCredentials } from 'n8n-workflow';
import { environmentFolder, openTestEnvironment } from '../harness/environment';
import { publishOrFail } from '../harness/n8n/publication';
import type { StoredWorkflow } from '../harness/n8n/routes';
import { join } from '../harness/node';
import { CREDENTIAL_TYPE, PACKAGE_NAME, WEBHOOK_CREDENTIAL_TYPE } from '../harness/nodeTypes';
import { isAvailable } from '../harness/services/service';
import { POSTGRES_PROGRAM, startPostgres } from '../harness/services/postgres';
import { MODEL_KEY, startChatModel } from '../harness/stubs/chatModel';
import { openNetwork } from '../harness/stubs/network';
import { createSlack, SLACK_TOKEN } from '../harness/stubs/slack';
import type { WorkflowContent } from '../harness/workflow';
import { createElastic, ELASTIC_KEY } from './stubs/elastic';
import { createFiles, FILES_KEY } from './stubs/files';
import { createHr, HR_KEY } from './stubs/hr';
import { createSplunk, SPLUNK_TOKEN } from './stubs/splunk';

/** The secret that the HR system sends with its webhook. */
export const HR_SECRET = 'dummy-hr-secret-example';

/** What PeopleLens signs its webhooks with. */
export const WEBHOOK_SECRET = 'dummy-webhook-secret-example';

/** A poll comes once a minute. */
export const NEXT_POLL = { timeout: 100_000 };

export const hasPostgres = isAvailable(POSTGRES_PROGRAM);

export type ExamplesEnvironment = Awaited<ReturnType<typeof openExamplesEnvironment>>;

export async function openExamplesEnvironment() {
	const outside = environmentFolder('examples-outside');
	const model = await startChatModel();
	const postgres = hasPostgres ? await startPostgres(join(outside, 'postgres.log')) : undefined;
	const [slack, elastic] = [createSlack(), createElastic()];
	const [splunk, hr, files] = [createSplunk(), createHr(), createFiles()];
	const network = await openNetwork(outside, {
		'slack.com': slack.stub,
		'elastic.example.com': elastic.stub,
		'splunk.example.com': splunk.stub,
		'hr.example.com': hr.stub,
		'files.example.com': files.stub,
	});
	const environment = await openTestEnvironment('examples', { env: network.env });
	const { rest, addCredential } = environment;
	// The sync takes access away, so it has a tenant of its own.
	const { tenant: syncTenant, credential: syncCredential } = await environment.openTenant('sync');
	// What is deleted for one example is no business of the others: of many at once, few are named.
	const { tenant: instantTenant, credential: instantCredential } =
		await environment.openTenant('instant');
	const { tenant: alertTenant, credential: alertCredential } =
		await environment.openTenant('alert');

	const header = (name: string, value: string, field = 'Authorization') =>
		addCredential(name, 'httpHeaderAuth', { name: field, value });
	const byNode: Record<string, INodeCredentials> = {
		'New colleague': await header('HR', HR_SECRET, 'X-HR-Secret'),
		'Send to Elastic': await header('Elastic', ELASTIC_KEY),
		'Send to Splunk': await header('Splunk', SPLUNK_TOKEN),
		'People in HR': await header('HR list', HR_KEY),
		'Create employee': await header('HR writes', HR_KEY),
		'Save spreadsheet': await header('Storage', FILES_KEY),
		'Candidate deleted': { [CREDENTIAL_TYPE]: alertCredential },
		'In the audit log': { [CREDENTIAL_TYPE]: instantCredential },
		Preview: { [CREDENTIAL_TYPE]: syncCredential },
		Invite: { [CREDENTIAL_TYPE]: syncCredential },
		'Take access away': { [CREDENTIAL_TYPE]: syncCredential },
	};
	const byType: Record<string, INodeCredentials> = {
		peopleLensWebhookTrigger: await addCredential('Webhooks', WEBHOOK_CREDENTIAL_TYPE, {
			webhookSecret: WEBHOOK_SECRET,
		}),
		slack: await addCredential('Slack', 'slackApi', { accessToken: SLACK_TOKEN }),
		lmChatOpenAi: await addCredential('OpenAI', 'openAiApi', { apiKey: MODEL_KEY, url: model.url }),
	};
	if (postgres) {
		const data = { ...postgres.connection, ssl: 'disable', maxConnections: 10 };
		byType.postgres = await addCredential('Postgres', 'postgres', data);
	}
	const peopleLens = { [CREDENTIAL_TYPE]: environment.credential };
	const credentialsOf = ({ name, type }: INode) =>
		byNode[name] ??
		byType[type.split('.').at(-1) ?? ''] ??
		(type.startsWith(`${PACKAGE_NAME}.`) ? peopleLens : undefined);

	return {
		...environment,
		slack,
		elastic,
		splunk,
		hr,
		files,
		syncTenant,
		instantTenant,
		alertTenant,
		model,
		/** The PostgreSQL that the test of its workflow asks for. */
		query: async <Row extends object>(sql: string): Promise<Row[]> =>
			(await postgres?.query<Row>(sql)) ?? [],
		/** Imports a workflow, and chooses credentials as a person would. */
		place: async (workflow: WorkflowContent) => {
			const nodes = workflow.nodes.map((node) => ({ ...node, credentials: credentialsOf(node) }));
			return await rest.workflows.create({ ...workflow, nodes });
		},
		publish: ({ id }: StoredWorkflow) => publishOrFail(rest, id),
		stop: async () => {
			await environment.stop();
			network.stop();
			model.stop();
			await postgres?.stop();
		},
	};
}
