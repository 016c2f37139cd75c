/** Elasticsearch, as far as its bulk interface: NDJSON in, one outcome for each document out. */
import type { Stub, StubResponse } from '../../harness/stubs/server';

export const ELASTIC_KEY = 'ApiKey dummy-elastic-key-example';

/** An audit event with the field names of the Elastic Common Schema. */
export interface ElasticDocument {
	'@timestamp': string;
	event: { id: string; action: string; dataset: string; original: string };
	user: { id: string; email: string };
	peoplelens: { entity: { type: string; id: string } };
}

export interface Elastic {
	stub: Stub;
	/** By ID. */
	documents: Map<string, ElasticDocument>;
	/** Gives a reason against a document; may be replaced. */
	refuse: (document: ElasticDocument) => string | undefined;
	/** How many of the next documents with an action are turned away as too many, by action. */
	busy: Map<string, number>;
}

export function createElastic(): Elastic {
	const documents = new Map<string, ElasticDocument>();
	const busy = new Map<string, number>();
	const elastic: Elastic = { documents, refuse: () => undefined, busy, stub };

	function stub({ method, url, headers, body }: Parameters<Stub>[0]): StubResponse {
		if (headers.authorization !== ELASTIC_KEY) return refusal(401, 'unable to authenticate');
		if (method !== 'POST' || url.pathname !== '/peoplelens-audit/_bulk') {
			return refusal(405, `no handler for ${method} ${url.pathname}`);
		}
		if (!/^application\/(x-nd)?json/.test(headers['content-type'] ?? '')) {
			return refusal(406, `Content-Type ${headers['content-type']} is not supported`);
		}
		if (!body.endsWith('\n')) {
			return refusal(400, 'The bulk request must be terminated by a newline [\\n]');
		}
		const lines = body.trimEnd().split('\n');
		const items = [];
		for (let at = 0; at < lines.length; at += 2) {
			const order: { create: { _id: string } } = JSON.parse(lines[at]);
			items.push({ create: create(order.create._id, JSON.parse(lines[at + 1])) });
		}
		const errors = items.some((item) => item.create.error);
		return { body: { took: 1, errors, items } };
	}

	function create(id: string, document: ElasticDocument) {
		const failed = (status: number, type: string, reason: string) => ({
			...{ _id: id, status, error: { type, reason } },
		});
		if (documents.has(id)) {
			const reason = `[${id}]: version conflict, document already exists`;
			return failed(409, 'version_conflict_engine_exception', reason);
		}
		const { action } = document.event;
		const left = busy.get(action) ?? 0;
		if (left > 0) {
			busy.set(action, left - 1);
			return failed(429, 'es_rejected_execution_exception', 'rejected execution: queue is full');
		}
		const reason = elastic.refuse(document);
		if (reason) return failed(400, 'document_parsing_exception', reason);
		documents.set(id, document);
		return { _id: id, status: 201, result: 'created', error: undefined };
	}
	return elastic;
}

const refusal = (status: number, reason: string): StubResponse => ({
	status,
	body: { error: { reason }, status },
});
