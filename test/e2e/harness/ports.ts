import getPort from 'get-port';

/**
 * @returns a free port on the loopback address: the wanted one where nobody listens there. No port is
 *   given twice within half a minute, so that what was asked for it has the time to take it
 */
export const freePort = async (wanted?: number): Promise<number> =>
	await getPort({ host: '127.0.0.1', port: wanted });
