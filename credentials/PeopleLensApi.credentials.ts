import { UserError } from 'n8n-workflow';
import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { readCredential } from '../nodes/PeopleLens/api/credential';
import { requestOrigins } from '../nodes/PeopleLens/api/http/requestOrigins';

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
	 * go to the address in this credential, and that no redirect can lead away from there.
	 *
	 * A function, because n8n can't always resolve an expression here: while two checks of a trigger
	 * overlap, the one that ends first takes away what the other's expressions are resolved in.
	 * @throws UserError when the request goes elsewhere, or the credential can't be used
	 */
	authenticate = async (
		credential: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const { apiKey, baseUrl } = readCredential(credential);
		const isElsewhere = requestOrigins(request).some((origin) => origin !== baseUrl);
		if (isElsewhere) {
			throw new UserError(
				`The API key was not sent: the URL of this request is not on ${baseUrl}, which is the 'Base URL' in the credential. Begin the URL with that address, or use another credential.`,
			);
		}
		return {
			...request,
			...NO_REDIRECT,
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
