import './environment';

import mapValues from 'lodash/mapValues';
import { ExternalSecretsProxy } from 'n8n-core';
import { NodeConnectionTypes, Workflow } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeParameters,
	INodeType,
	INodeTypes,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { InMemoryCredentials } from './credentialsHelper';

/** A change in the middle of a run is a change in n8n's store. */
export interface Credentials extends ICredentialDataDecryptedObject {
	baseUrl: string;
	apiKey: string;
}

export interface HostOptions {
	/** As the workflow stores them; expressions begin with `=`. What is missing has its default. */
	parameters?: INodeParameters;
	credentials?: Credentials;
	/** The workflow's time zone. Default: UTC. */
	timezone?: string;
	/** Where the workflow keeps files: beside an item's data (the default), or among them. */
	binaryMode?: 'separate' | 'combined';
	/** What the node does when an item does not work. Default: it stops. */
	onError?: INode['onError'];
	/** Its other settings, such as Retry On Fail. */
	settings?: Pick<INode, 'retryOnFail' | 'maxTries' | 'waitBetweenTries' | 'executeOnce'>;
	/**
	 * Node → those behind it; all but `Input` and the node itself hand on what they get, in a loop once.
	 * Default: `Input` leads to the node.
	 */
	wiring?: Record<string, string[]>;
	/** The workflow's static data. */
	staticData?: IDataObject;
}

/** The node that hands over the items, and that expressions can name: `$('Input').item.json`. */
export const INPUT = 'Input';

const input: INodeType = {
	description: {
		displayName: INPUT,
		name: 'input',
		group: ['input'],
		version: 1,
		description: 'Hands over items',
		defaults: {},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
};

const passOn: INodeType = {
	description: {
		...input.description,
		...{ displayName: 'Pass On', name: 'passOn', description: 'Hands on what it gets' },
		inputs: [NodeConnectionTypes.Main],
	},
	async execute() {
		const { name } = this.getNode();
		const before = this.getParentNodes(name).map((node) => node.name);
		const isLoop = this.getChildNodes(name).some((node) => before.includes(node.name));
		const isEnd = isLoop && this.getWorkflowDataProxy(0).$runIndex > 0;
		return await Promise.resolve([isEnd ? [] : this.getInputData()]);
	},
};

/** A workflow of n8n that leads from `Input` to one node of this package. */
export function createHost(nodeType: INodeType, options: HostOptions = {}) {
	const { displayName, name } = nodeType.description;
	const { parameters = {}, credentials, timezone = 'UTC', onError, settings, staticData } = options;
	const { wiring = { [INPUT]: [displayName] }, binaryMode } = options;
	const types: Record<string, INodeType> = { [name]: nodeType, input, passOn };

	const nodeTypes: INodeTypes = {
		getByName: (type) => types[type],
		getByNameAndVersion: (type) => types[type],
		getKnownTypes: () => ({}),
	};
	const others = [...new Set([INPUT, ...Object.entries(wiring).flat(2)])]
		.filter((other) => other !== displayName)
		.map((other, index): INode => ({
			...{ id: `node-${other}`, name: other, type: other === INPUT ? 'input' : 'passOn' },
			// n8n begins with what stands highest.
			...{ typeVersion: 1, position: [0, index], parameters: {} },
		}));
	const node: INode = {
		id: 'node-1',
		name: displayName,
		type: name,
		typeVersion: 1,
		position: [200, 0],
		parameters,
		...(credentials && { credentials: { peopleLensApi: { id: '1', name: 'PeopleLens account' } } }),
		...(onError && { onError }),
		...settings,
	};
	const workflow = new Workflow({
		id: 'workflow-1',
		nodes: [...others, node],
		connections: mapValues(wiring, (behind) => ({
			main: [behind.map((next) => ({ node: next, type: NodeConnectionTypes.Main, index: 0 }))],
		})),
		active: false,
		nodeTypes,
		staticData,
		settings: { timezone, binaryMode, executionOrder: 'v1' },
	});
	return { workflow, node, additionalData: createAdditionalData(credentials) };
}

export type Host = ReturnType<typeof createHost>;

/** The rest of n8n, as far as these nodes reach it: credentials in memory. */
export function createAdditionalData(
	credentials: ICredentialDataDecryptedObject = {},
): IWorkflowExecuteAdditionalData {
	const notHere = () => {
		throw new Error('A node of this package does not need this part of n8n');
	};
	return {
		credentialsHelper: new InMemoryCredentials(credentials),
		externalSecretsProxy: new ExternalSecretsProxy(),
		currentNodeExecutionIndex: 0,
		variables: {},
		executeWorkflow: notHere,
		getRunExecutionData: notHere,
		getRuntimeCredential: notHere,
		startRunnerTask: notHere,
		logAiEvent: notHere,
		restApiUrl: '',
		instanceBaseUrl: '',
		formBaseUrl: '',
		formWaitingBaseUrl: 'http://localhost:5678/form-waiting',
		formTestBaseUrl: '',
		webhookBaseUrl: '',
		webhookWaitingBaseUrl: 'http://localhost:5678/webhook-waiting',
		webhookTestBaseUrl: '',
		mcpBaseUrl: '',
		mcpTestBaseUrl: '',
	};
}
