/** One machine's own addresses, for which PeopleLens may be spelled in several ways. */
const LOOPBACK = ['localhost', '[::1]'];

/**
 * Names the list of events: the tenant's address, always spelled the same way, so that another
 * spelling of it in the credential loses nothing.
 *
 * @param baseUrl as the credential resolves it
 */
export function tenantOf(baseUrl: string): string {
	const { protocol, hostname, port } = new URL(baseUrl);
	const host = hostname.toLowerCase().replace(/\.$/, '');
	return `${protocol}//${LOOPBACK.includes(host) ? '127.0.0.1' : host}${port && `:${port}`}`;
}
