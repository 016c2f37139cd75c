import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { requestOrigins } from './http/requestOrigins';

/** What a request may say: the older of n8n's request functions has names of its own. */
type AnyRequest = Omit<IHttpRequestOptions, 'proxy'> & {
	proxy?: unknown;
	rejectUnauthorized?: unknown;
};

/**
 * Whether a request that somebody else has made would show the API key to anybody but the server
 * at the Base URL. It may come from n8n's HTTP Request node, and from a person who may use the
 * credential but not read it.
 * @param baseUrl an origin
 * @returns why the key must not be sent, and what to do, in words for the user
 */
export function reasonToKeepKey(request: AnyRequest, baseUrl: string): string | undefined {
	if (requestOrigins(request).some((origin) => origin !== baseUrl)) {
		return `the URL of this request is not on ${baseUrl}, which is the 'Base URL' in the credential. Begin the URL with that address, or use another credential.`;
	}
	// Behind some addresses there are many servers, and this header chooses one of them.
	if (hostsIn(request.headers).some((host) => host !== new URL(baseUrl).host)) {
		return "a header 'Host' in this request names another server. Remove that header.";
	}
	// Some versions of n8n give the proxy the request as it is, others believe a certificate of the
	// proxy's own. A proxy that is set for all of n8n is not named here.
	if (request.proxy) {
		return "a proxy is named in this request, which could read the key. Remove the option 'Proxy'. Where n8n needs a proxy, whoever runs n8n can set it for all requests, with HTTPS_PROXY.";
	}
	if (request.rejectUnauthorized === false || request.skipSslCertificateValidation) {
		return "with the option 'Ignore SSL Issues (Insecure)', n8n doesn't check who receives it. Switch it off. If the server's certificate comes from an authority of your own, whoever runs n8n can name that in NODE_EXTRA_CA_CERTS.";
	}
	return undefined;
}

function hostsIn(headers: IDataObject = {}): string[] {
	const names = Object.keys(headers).filter((name) => name.toLowerCase() === 'host');
	return names.map((name) => String(headers[name]).toLowerCase());
}
