import type { Behaviour } from './behaviour';
import type { Faults } from './faults';
import type { Answer } from './http/answer';
import type { Keys } from './http/keys';
import type { RateLimit } from './http/rateLimit';
import type { RecordedRequest } from './http/recordedRequest';
import type { Lively } from './tenant/lively';
import type { Tenant } from './tenant/tenant';
import type { WebhookSender } from './webhook/sender';

/** Everything that the server needs to answer, and that tests may reach into. */
export interface World {
	tenant: Tenant;
	/** Keeps events happening, when told to. */
	lively: Lively;
	/** Sends webhooks, when told to. */
	webhooks: WebhookSender;
	behaviour: Behaviour;
	keys: Keys;
	faults: Faults;
	rateLimit: RateLimit;
	/** Everything received, oldest first; the control surface is not part of it. */
	requests: RecordedRequest[];
	/** The files that were asked for, where they lie: oldest first. */
	fileRequests: RecordedRequest[];
	/** Where the API is, and where files are: without a slash at the end. */
	origin: string;
	fileOrigin: string;
	/** The key that callers are told to use. */
	apiKey: string;
	/** Called before each request is acted on: the place for what happens meanwhile. */
	onRequest?: (request: RecordedRequest) => void;
	/**
	 * Changes an answer on its way out: the place for lies that no switch tells. A `date` among the
	 * headers replaces the server's own.
	 */
	rewriteAnswer?: (answer: Answer, request: RecordedRequest) => Answer;
}
