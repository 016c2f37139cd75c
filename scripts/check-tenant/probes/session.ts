import { noFacts, type Facts } from '../../../sandbox/tenantReport/facts';
import type { TenantClient } from '../http/client';
import { isRecord, type Reply } from '../http/response';
import { dataOf, personOf, rowOf, type Person, type Row } from './rows';

export type Query = Record<string, string | number>;

/** How playing through an invitation ended: what is left behind in the tenant. */
export type WriteOutcome =
	/** Nothing was sent: looking somebody up does not surely work, or too few requests are left. */
	| 'notSafe'
	/** Nothing was sent: there is a user with this address. */
	| 'alreadyThere'
	/** The invitation was turned down. */
	| 'refused'
	/** The invitation was sent, or may have been, and the person was not deactivated. */
	| 'leftInvited'
	/** Invited, and deactivated again. */
	| 'deactivated';

/** Somebody who may be left in the tenant beside the invited person. */
export interface LeftOver {
	/** Which invitation it was: the same one again, or the one that lacks its email. */
	attempt: 'again' | 'withoutEmail';
	/** Missing where it is not sure that there is anybody. */
	id?: string;
}

export interface AuditLogPage {
	reply: Reply;
	/** Undefined when the answer is no list of audit logs. */
	rows?: Row[];
	pagination?: Record<string, unknown>;
	total?: number;
}

export interface UserPage {
	reply: Reply;
	people?: Person[];
}

export const AUDIT_LOGS = '/api/v1/audit-logs';
export const USERS = '/api/v1/users';

/** The largest `limit` that the reference allows for audit logs. */
export const PAGE_LIMIT = 100;

/** One check of one tenant: the findings so far, and what the probes learn from one another. */
export class Session {
	readonly facts: Facts = noFacts();

	/** The first page of audit logs, as sent. */
	firstPage: Row[] = [];

	firstTotal?: number;

	/** All audit logs seen so far, by key. */
	readonly rows = new Map<string, Row>();

	/** The longest answer to a request for a full page. */
	pageLength = 0;

	/** Some audit logs that are the newest ones, read with one request. */
	recent: Row[] = [];

	/** The list of users, as long as PeopleLens gives it. */
	people: Person[] = [];

	/** What playing an invitation through has left behind so far. */
	written?: WriteOutcome;

	/** Who else may be left behind. */
	left: LeftOver[] = [];

	constructor(readonly client: TenantClient) {}

	/** Whether nothing came back at all: not even an answer that is too large to be read. */
	get isUnanswered(): boolean {
		return this.client.replies.every(
			(reply) => reply.kind === 'silence' && reply.why !== 'tooLarge',
		);
	}

	async auditLogs(query: Query): Promise<AuditLogPage> {
		const reply = await this.client.send({ path: AUDIT_LOGS, query });
		const rows = dataOf(reply)?.map(rowOf);
		if (!rows) return { reply };
		for (const row of rows) this.rows.set(row.key, row);
		if (query.limit === PAGE_LIMIT) this.pageLength = Math.max(this.pageLength, rows.length);
		const json = reply.kind === 'response' ? reply.json : undefined;
		const pagination = isRecord(json) && isRecord(json.pagination) ? json.pagination : undefined;
		const total = typeof pagination?.total === 'number' ? pagination.total : undefined;
		return { reply, rows, pagination, total };
	}

	/** Asks for one e-mail, as the package does where the limit allows it. */
	async lookUp(email: string): Promise<UserPage> {
		const { usersMaxLimit } = this.facts;
		const limit = typeof usersMaxLimit === 'number' ? Math.min(100, usersMaxLimit) : 100;
		return await this.users({ email, limit });
	}

	async users(query: Query): Promise<UserPage> {
		const reply = await this.client.send({ path: USERS, query });
		return { reply, people: dataOf(reply)?.map(personOf) };
	}
}
