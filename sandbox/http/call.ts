import type { Behaviour } from '../behaviour';
import type { UploadedFile } from './multipart';
import type { Tenant } from '../tenant/tenant';

/** What a route is given. */
export interface Call {
	tenant: Tenant;
	behaviour: Behaviour;
	query: URLSearchParams;
	/** The path's last part, decoded; empty where the route has none. */
	id: string;
	body: string;
	/** The file of a form. */
	file?: UploadedFile;
	/** Where the API is, and where files are: without a slash at the end. */
	origin: string;
	fileOrigin: string;
}
