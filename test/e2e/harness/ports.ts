import getPort from 'get-port';

/** @returns a free port on the loopback address: the wanted one where nobody listens there */
export const freePort = async (wanted?: number): Promise<number> =>
	await getPort({ host: '127.0.0.1', port: wanted });
