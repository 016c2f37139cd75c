import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { peopleLensApiTest } from './api/credentialTest';
import { getActions } from './methods/actions';
import {
	searchAllUsers,
	searchCandidates,
	searchJobs,
	searchTemplates,
} from './methods/recordLists';
import { getUsers, searchUsers } from './methods/userLists';
import { properties } from './operations';
import { executeItems } from './operations/execute';

export class PeopleLens implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PeopleLens',
		name: 'peopleLens',
		icon: {
			light: 'file:../../icons/peoplelens.svg',
			dark: 'file:../../icons/peoplelens.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Work with candidates, jobs, interviews and users in PeopleLens, the AI hiring platform',
		defaults: { name: 'PeopleLens' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'peopleLensApi', required: true, testedBy: 'peopleLensApiTest' }],
		properties,
	};

	methods = {
		credentialTest: { peopleLensApiTest },
		listSearch: { searchAllUsers, searchCandidates, searchJobs, searchTemplates, searchUsers },
		loadOptions: { getActions, getUsers },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeItems(this);
	}
}
