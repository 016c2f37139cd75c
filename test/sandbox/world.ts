import type { Behaviour } from './behaviour';
import type { Faults } from './faults';
import type { Keys } from './keys';
import type { RateLimit } from './rateLimit';
import type { RecordedRequest } from './record';
import type { Tenant } from './tenant';

/** Everything that the server needs to answer, and that tests may reach into. */
export interface World {
	tenant: Tenant;
	behaviour: Behaviour;
	keys: Keys;
	faults: Faults;
	rateLimit: RateLimit;
	/** Everything received, oldest first; the control surface is not part of it. */
	requests: RecordedRequest[];
	/** The key that callers are told to use. */
	apiKey: string;
	/** Called before each request is acted on: the place for what happens meanwhile. */
	onRequest?: (request: RecordedRequest) => void;
}
