/** Where the agent works: n8n, the sandbox, a scripted model, and Slack for asking a person. */
import { environmentFolder, openTestEnvironment } from '../harness/environment';
import { answerOf, ask, toolResultsIn } from '../harness/n8n/agent';
import type { Execution } from '../harness/n8n/execution';
import {
	MODEL_KEY,
	startChatModel,
	type ModelRequest,
	type Turn,
} from '../harness/stubs/chatModel';
import { openNetwork } from '../harness/stubs/network';
import { createSlack, SLACK_TOKEN } from '../harness/stubs/slack';
import type { NewNode } from '../harness/workflow';
import { createAgentWorkflow, type Review } from './agentWorkflow';

export type AgentEnvironment = Awaited<ReturnType<typeof openAgentEnvironment>>;

/** The environment, once it is open. */
export type Opened = () => AgentEnvironment;

export interface Outcome<Result> {
	answer: unknown;
	/** What the model was sent. */
	requests: ModelRequest[];
	/** What its tools answered, as the model read it. */
	results: Result[];
}

export async function openAgentEnvironment() {
	const model = await startChatModel();
	const slack = createSlack();
	const network = await openNetwork(environmentFolder('ai-tool-network'), {
		'slack.com': slack.stub,
	});
	const environment = await openTestEnvironment('ai-tool', { env: network.env });
	const { rest, addCredential } = environment;
	const data = { apiKey: MODEL_KEY, url: model.url };
	const modelCredential = await addCredential('Model', 'openAiApi', data);

	/** @param execution an ended one */
	const outcomeOf = <Result>(execution: Execution): Outcome<Result> => ({
		answer: answerOf(execution),
		requests: [...model.requests],
		results: toolResultsIn<Result>(model),
	});

	return {
		...environment,
		model,
		slack,
		slackCredential: await addCredential('Slack', 'slackApi', { accessToken: SLACK_TOKEN }),
		/** @returns the ID of a workflow: chat → agent, with these tools */
		createAgent: async (tools: NewNode[], reviews: Review[] = []) => {
			const workflow = createAgentWorkflow(modelCredential, tools, reviews);
			return (await rest.workflows.create(workflow)).id;
		},
		outcomeOf,
		/** One question to an agent whose model plays these turns. */
		play: async <Result>(
			workflowId: string,
			question: string,
			...turns: Turn[]
		): Promise<Outcome<Result>> => {
			model.script(...turns);
			const execution = await ask(rest, workflowId, question);
			return outcomeOf<Result>(await rest.executions.wait(execution));
		},
		stop: async () => {
			await environment.stop();
			network.stop();
			model.stop();
		},
	};
}
