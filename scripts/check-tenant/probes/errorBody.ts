import type { Facts } from '../../../sandbox/tenantReport/facts';
import { isRecord, type Reply } from '../http/response';

/** Where the text of an error stands; null when the reply is no error. The text itself is not kept. */
export function errorBodyOf(reply: Reply): Facts['errorBody'] {
	if (reply.kind === 'silence' || reply.status < 400) return null;
	if (reply.body === 'empty' || reply.body === 'text') return reply.body;
	if (reply.body === 'webPage') return 'html';
	const { json } = reply;
	if (!isRecord(json)) return 'other';
	if (isText(json.message)) return 'message';
	if (isText(json.error)) return 'error';
	if (isRecord(json.error)) return isText(json.error.message) ? 'errorObject' : 'other';
	if (isText(json.detail)) return 'detail';
	if (isText(json.title)) return 'title';
	return Array.isArray(json.errors) || isRecord(json.errors) ? 'errors' : 'other';
}

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
