import { ICredentialsHelper } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { PeopleLensApi } from '../../credentials/PeopleLensApi.credentials';

const type = new PeopleLensApi();

/**
 * The one part of n8n that is not in n8n-core: it keeps credentials in n8n's database. Here they
 * sit in memory; `authenticate` calls the credential's function, as n8n 2.41.1 does in
 * `dist/credentials-helper.js`.
 */
export class InMemoryCredentials extends ICredentialsHelper {
	constructor(private readonly data: ICredentialDataDecryptedObject) {
		super();
	}

	getParentTypes = () => [];

	isCredentialUsableByNode = () => true;

	async getDecrypted(): Promise<ICredentialDataDecryptedObject> {
		return { ...this.data };
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		_type: string,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return await type.authenticate(credentials, options);
	}

	preAuthentication = async () => undefined;

	runPreAuthentication = async () => undefined;

	getCredentialsProperties = (): INodeProperties[] => type.properties;

	async getCredentials(): Promise<ICredentials> {
		throw new Error('No node asks for stored credentials');
	}

	async updateCredentials(): Promise<void> {
		throw new Error('No node changes its credentials');
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error('No node changes its credentials');
	}
}
