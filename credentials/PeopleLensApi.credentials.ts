import pick from 'lodash/pick';
import { UserError } from 'n8n-workflow';
import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { readCredential } from '../nodes/PeopleLens/api/credential';
import { reasonToKeepKey } from '../nodes/PeopleLens/api/keyGuard';

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
	 * Adds the key to a request, whoever makes it, n8n's HTTP Request node too; only to requests that
	 * go to the address in this credential, and that nobody can lead away or read on the way there.
	 *
	 * A function, because n8n can't always resolve an expression here: while two checks of a trigger
	 * overlap, the one that ends first takes away what the other's expressions are resolved in.
	 * @throws UserError when somebody else could read the key, or the credential can't be used
	 */
	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const { apiKey, baseUrl } = readCredential(credential);
		const reason = reasonToKeepKey(request, baseUrl);
		if (reason) throw new UserError(`The API key was not sent: ${reason}`);
		return {
			...request,
			...NO_REDIRECT,
			// Others, such as a host, would decide where the connection leads.
			agentOptions: pick(request.agentOptions, CERTIFICATES),
			headers: { ...request.headers, Authorization: `Bearer ${apiKey}` },
		};
	};
}

/** For both of n8n's request functions: the older one has names of its own. */
const NO_REDIRECT = {
	disableFollowRedirect: true,
	followRedirect: false,
	followAllRedirects: false,
	maxRedirects: 0,
	sendCredentialsOnCrossOriginRedirect: false,
};

/** What the HTTP Request node has of these: *SSL Certificates*. */
const CERTIFICATES = ['ca', 'cert', 'key', 'passphrase'] as const;
