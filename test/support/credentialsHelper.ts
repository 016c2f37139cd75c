import { ICredentialsHelper, isExpression } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	IHttpRequestOptions,
	INode,
	INodeProperties,
	Workflow,
} from 'n8n-workflow';

import { PeopleLensApi } from '../../credentials/PeopleLensApi.credentials';

const type = new PeopleLensApi();

/**
 * The one part of n8n that is not in n8n-core: it keeps credentials in n8n's database. Here they
 * sit in memory; `authenticate` resolves the credential's expressions with n8n's own engine, as
 * n8n 2.41.1 does in `dist/credentials-helper.js`.
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
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const { headers = {} } = type.authenticate.properties;
		for (const [name, value] of Object.entries(headers)) {
			const resolved =
				isExpression(value) && workflow && node
					? workflow.expression.getSimpleParameterValue(
							node,
							value,
							'internal',
							{ $credentials: credentials },
							undefined,
							'',
						)
					: value;
			options.headers = { ...options.headers, [name]: String(resolved ?? '') };
		}
		return options;
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
