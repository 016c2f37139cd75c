import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IDataObject,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { readConnection } from './http/connection';
import { explain } from './words/explain';
import { readAuditLogs, readUsers } from './guards';
import type { CallName } from './words/messages';
import { endBy } from './http/endBy';
import { silenceOf } from './http/outcome';
import type { Outcome } from './http/outcome';
import { readAnswer } from './http/readAnswer';
import { IMPATIENT } from './http/retry';
import { isRecord } from './record';

/** The two things a key may be allowed to read; either makes it a useful one. */
const TRIALS: Array<{ name: CallName; path: string; read: (body: unknown) => unknown }> = [
	{ name: 'listUsers', path: '/api/v1/users', read: readUsers },
	{ name: 'listAuditLogs', path: '/api/v1/audit-logs', read: readAuditLogs },
];

const NEITHER =
	'PeopleLens knows this API key, but it may read neither users nor audit logs. Ask a PeopleLens administrator to give the key these permissions, or use another key.';

/**
 * Tests the credential when it is saved. For `methods.credentialTest` of the nodes: n8n shows this
 * function's words as they are, while a test declared in the credential would show its own.
 */
export async function peopleLensApiTest(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	let connection: ReturnType<typeof readConnection>;
	try {
		connection = readConnection(data);
	} catch (unusable) {
		return refusal((unusable as Error).message);
	}

	for (const { name, path, read } of TRIALS) {
		const outcome = await attempt(this.helpers, connection, path);
		const status = outcome.kind === 'answer' ? outcome.status : undefined;
		if (outcome.kind === 'answer' && status === 200 && read(outcome.body)) {
			return { status: 'OK', message: 'Connection successful' };
		}
		if (status === 403) continue;
		const { message, description } = explain({ name }, outcome, connection, Date.now());
		return refusal([message, description].filter(Boolean).join(' '));
	}
	return refusal(NEITHER);
}

/** One request with the only means that n8n offers here. Redirects are not followed. */
async function attempt(
	{ request }: ICredentialTestFunctions['helpers'],
	{ baseUrl, apiKey, redactor }: ReturnType<typeof readConnection>,
	path: string,
): Promise<Outcome> {
	const outcome = await endBy(IMPATIENT.timeoutMs, undefined, async (signal) => {
		try {
			const answer: unknown = await request({
				method: 'GET',
				uri: `${baseUrl}${path}`,
				qs: { limit: 1 },
				headers: { Authorization: `Bearer ${apiKey}` },
				json: true,
				useStream: true,
				// There is no place for a signal, but what an agent is made with reaches its sockets.
				agentOptions: agentOptions(signal),
				followRedirect: false,
				sendCredentialsOnCrossOriginRedirect: false,
				simple: false,
				resolveWithFullResponse: true,
			});
			if (!isRecord(answer)) return silenceOf(answer);
			const { statusCode, headers, body } = answer;
			const raw = { status: Number(statusCode), headers: headers as IDataObject, body };
			return await readAnswer(raw, redactor, signal);
		} catch (thrown) {
			return silenceOf(thrown);
		}
	});
	return typeof outcome === 'string' ? { kind: 'silence', why: outcome } : outcome;
}

function agentOptions(signal: AbortSignal): object {
	return { signal };
}

function refusal(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}
