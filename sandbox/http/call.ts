import type { Behaviour } from '../behaviour';
import type { Tenant } from '../tenant/tenant';

/** What a route is given. */
export interface Call {
	tenant: Tenant;
	behaviour: Behaviour;
	query: URLSearchParams;
	/** The path's last part, decoded; empty where the route has none. */
	id: string;
	body: string;
}
