/** Elasticsearch, as far as its bulk interface: NDJSON in, one outcome for each document out. */

export const ELASTIC_KEY = 'ApiKey dummy-elastic-key-example';

/**
 * @returns {{ answer: (question: object) => object, documents: Map<string, object>,
 *   refuse: (document: object) => string | undefined }} documents: by id; refuse: may be replaced
 *   by a function that gives a reason against a document
 */
export function createElastic() {
	const documents = new Map();
	const elastic = { documents, refuse: () => undefined, answer };

	function answer({ method, url, headers, body }) {
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
		const lines = body
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line));
		const items = [];
		for (let at = 0; at < lines.length; at += 2)
			items.push(create(lines[at].create, lines[at + 1]));
		const errors = items.some((item) => item.create.error);
		return { body: { took: 1, errors, items } };
	}

	function create({ _id: id }, document) {
		const failed = (status, type, reason) => ({
			create: { _id: id, status, error: { type, reason } },
		});
		if (documents.has(id)) {
			const reason = `[${id}]: version conflict, document already exists`;
			return failed(409, 'version_conflict_engine_exception', reason);
		}
		const reason = elastic.refuse(document);
		if (reason) return failed(400, 'document_parsing_exception', reason);
		documents.set(id, document);
		return { create: { _id: id, status: 201, result: 'created' } };
	}
	return elastic;
}

const refusal = (status, reason) => ({ status, body: { error: { reason }, status } });
