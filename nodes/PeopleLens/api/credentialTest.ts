import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { listAuditLogsCall } from './auditLogs';
import { readConnection } from './credential';
import { toErrorDetails } from './errors/errorDetails';
import { sendCredentialTest } from './http/credentialTestTransport';
import { INTERACTIVE_POLICY } from './http/retry';
import { listUsersCall } from './users';

/** The two things a key may be allowed to read; either makes it a useful one. */
const TRIALS = [listUsersCall({ limit: 1 }), listAuditLogsCall({ limit: 1 })];

const NEITHER =
	'PeopleLens accepts this API key, but the key may read neither users nor audit logs. Ask a PeopleLens administrator to give it these permissions, or use another key.';

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

	for (const call of TRIALS) {
		const outcome = await sendCredentialTest(
			this.helpers,
			connection,
			call,
			INTERACTIVE_POLICY.timeoutMs,
		);
		const status = outcome.kind === 'response' ? outcome.status : undefined;
		if (outcome.kind === 'response' && status === 200 && call.parse(outcome.body, status)) {
			return { status: 'OK', message: 'Connection successful' };
		}
		if (status === 403) continue;
		const { message, description } = toErrorDetails(call, outcome, connection, Date.now());
		return refusal([message, description].filter(Boolean).join(' '));
	}
	return refusal(NEITHER);
}

function refusal(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}
