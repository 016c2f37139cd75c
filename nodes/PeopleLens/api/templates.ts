import type { IDataObject } from 'n8n-workflow';

import type { Api } from './client';
import { idInPath } from './idInPath';
import type { RecordList } from './recordList';
import { messagesAbout, parseObject, parseRecord, requireSame } from './records';
import type { HiringRecord, Kind } from './records';

export const TEMPLATE: Kind = {
	one: 'template',
	many: 'templates',
	field: 'Template',
	path: '/api/v1/templates',
};

export const templateList: RecordList = {
	kind: TEMPLATE,
	permission: 'read interview templates',
	rejected: "PeopleLens did not accept the request for the list of templates. Check 'Limit'.",
};

/** A model writes the questions, which takes longer than to look something up. In ms. */
const GENERATING_MS = 120_000;

/**
 * @returns the template with that ID, and never another one
 * @throws NodeApiError, `isNotFound` when there is none
 */
export async function getTemplate(api: Api, id: string): Promise<HiringRecord> {
	const { result } = await api.send({
		method: 'GET',
		path: `${TEMPLATE.path}/${idInPath(api, id, TEMPLATE.field)}`,
		parse: (body) => parseRecord(TEMPLATE, body),
		subject: id,
		messages: messagesAbout(TEMPLATE, 'read interview templates'),
	});
	requireSame(api, TEMPLATE, id, result.id);
	return result;
}

/** Has questions suggested; PeopleLens saves nothing of it. @throws NodeApiError */
export async function generateTemplate(api: Api, jobDescription: string): Promise<IDataObject> {
	const { result } = await api.send({
		method: 'POST',
		path: `${TEMPLATE.path}/generate`,
		body: { job_description: jobDescription },
		timeoutMs: GENERATING_MS,
		parse: (body, status) => (status === 202 ? undefined : parseObject(body)),
		messages: {
			permission: 'generate interview templates',
			rejected: () =>
				"PeopleLens did not accept the job description. Check 'Job Description': it may be too short or too long.",
		},
	});
	return result;
}
