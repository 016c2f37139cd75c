import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';

import { peopleLensApiTest } from './api/credentialTest';
import { getActions } from './methods/actions';
import { getUsers, searchUsers } from './methods/userLists';
import { triggerFields } from './trigger/fields';
import { pollAuditLog } from './trigger/pollAuditLog';

export class PeopleLensTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PeopleLens Trigger',
		name: 'peopleLensTrigger',
		icon: {
			light: 'file:../../icons/peoplelens.svg',
			dark: 'file:../../icons/peoplelens.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ $parameter["triggerOn"] === "any" ? "Any action" : ($parameter["triggerOn"] || "chosen") !== "chosen" ? $parameter["triggerOn"] : [$parameter["actions"]].flat().length > 1 ? [$parameter["actions"]].flat().length + " actions" : ([$parameter["actions"]].flat()[0] || "Any action") }}',
		description:
			'Starts the workflow for every new audit event in PeopleLens, the AI hiring platform',
		eventTriggerDescription: 'Waiting for an event in the audit log: do something in PeopleLens',
		activationMessage:
			'PeopleLens is now checked for new audit events at the times you chose. Each one comes to this workflow once.',
		defaults: { name: 'PeopleLens Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'peopleLensApi', required: true, testedBy: 'peopleLensApiTest' }],
		properties: triggerFields,
	};

	methods = {
		credentialTest: { peopleLensApiTest },
		listSearch: { searchUsers },
		loadOptions: { getActions, getUsers },
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollAuditLog(this);
	}
}
