/** A tenant in place of the sandbox. */
import { normalizeBaseUrl } from '../../nodes/PeopleLens/api/baseUrl';
import { messageOf, rethrow, UserFacingError } from '../../test/e2e/harness/userFacingError';
import type { PeopleLensAccess } from './content';

/**
 * @param address as it was typed
 * @throws {UserFacingError} when it is no address, or there is no key
 */
export function readTenant(address: string, key: string | undefined): PeopleLensAccess {
	const apiKey = key?.trim();
	if (apiKey) return { baseUrl: originOf(address), apiKey };
	throw new UserFacingError('The API key of your tenant is missing.', {
		fix: 'Put it into the environment variable PEOPLELENS_API_KEY and start again.',
	});
}

function originOf(address: string): string {
	try {
		return normalizeBaseUrl(address);
	} catch (error) {
		return rethrow(new UserFacingError(messageOf(error).replace("'Base URL'", "'--tenant'")));
	}
}

/** One folder for each tenant, however its address is written, and never the sandbox's. */
export const folderNameOf = ({ baseUrl }: PeopleLensAccess): string =>
	`tenant-${new URL(baseUrl).host.replace(/[^\w.-]/g, '_')}`;
