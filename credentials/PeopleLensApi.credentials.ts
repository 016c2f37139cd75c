import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { bareKey } from '../nodes/PeopleLens/api/http/connection';

/**
 * The key to one PeopleLens tenant. It is tested by the nodes (`testedBy`), because a test that is
 * declared here could not tell a web page from an answer of PeopleLens, and would show the user
 * `ENOTFOUND` and `Unauthorized` instead of what to do.
 */
export class PeopleLensApi implements ICredentialType {
	name = 'peopleLensApi';

	displayName = 'PeopleLens API';

	icon: Icon = {
		light: 'file:../icons/peoplelens.svg',
		dark: 'file:../icons/peoplelens.dark.svg',
	};

	documentationUrl = 'https://github.com/peoplelens/n8n-nodes-peoplelens#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://acme.peoplelensai.com',
			description: 'The address you open PeopleLens with',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Ask a PeopleLens administrator for a key if you cannot create one',
		},
	];

	/**
	 * A function, because n8n can't always resolve an expression here: while two checks of a trigger
	 * overlap, the one that ends first takes away what the other's expressions are resolved in.
	 */
	authenticate = async (
		{ apiKey }: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => ({
		...request,
		headers: { ...request.headers, Authorization: `Bearer ${bareKey(apiKey)}` },
	});
}
