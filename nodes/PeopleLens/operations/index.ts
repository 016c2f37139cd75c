import { updateDisplayOptions } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';

import { getAllAuditLogs } from './auditLog/getAll';
import { createCandidate } from './candidate/create';
import { deleteCandidate } from './candidate/delete';
import { getCandidate } from './candidate/get';
import { getAllCandidates } from './candidate/getAll';
import { getInterviewStatus } from './candidate/getInterviewStatus';
import { updateCandidate } from './candidate/update';
import { downloadDocument } from './document/download';
import { getAllDocuments } from './document/getAll';
import { getParsed } from './document/getParsed';
import { uploadDocument } from './document/upload';
import { decideInterview } from './interview/decide';
import { getBookingLinks } from './interview/getBookingLinks';
import { getScorecard } from './interview/getScorecard';
import { scheduleInterview } from './interview/schedule';
import { addCandidate } from './job/addCandidate';
import { getJob } from './job/get';
import { getAllJobs } from './job/getAll';
import { updateJob } from './job/update';
import { generateTemplate } from './template/generate';
import { getTemplate } from './template/get';
import { getAllTemplates } from './template/getAll';
import type { Operation, Resource } from './types';
import { createUser } from './user/create';
import { deactivateUser } from './user/deactivate';
import { findOrCreateUser } from './user/findOrCreate';
import { getUser } from './user/get';
import { getAllUsers } from './user/getAll';
import { syncUsers } from './user/sync';
import { updateUser } from './user/update';

/** Every operation of the node, each resource in alphabetical order of the names. */
export const operations: Operation[] = [
	getAllAuditLogs,

	createCandidate,
	deleteCandidate,
	getCandidate,
	getInterviewStatus,
	getAllCandidates,
	updateCandidate,

	downloadDocument,
	getAllDocuments,
	getParsed,
	uploadDocument,

	decideInterview,
	getBookingLinks,
	getScorecard,
	scheduleInterview,

	addCandidate,
	getJob,
	getAllJobs,
	updateJob,

	generateTemplate,
	getTemplate,
	getAllTemplates,

	createUser,
	deactivateUser,
	findOrCreateUser,
	getUser,
	getAllUsers,
	syncUsers,
	updateUser,
];

/** n8n's rules want long lists in alphabetical order. */
const RESOURCES: Array<{ name: string; value: Resource; description?: string }> = [
	{ name: 'Audit Log', value: 'auditLog' },
	{ name: 'Candidate', value: 'candidate' },
	{ name: 'Document', value: 'document', description: 'Files of candidates, such as résumés' },
	{ name: 'Interview', value: 'interview' },
	{ name: 'Job', value: 'job' },
	{ name: 'Template', value: 'template', description: 'Questions for interviews' },
	{ name: 'User', value: 'user', description: 'People who work with PeopleLens' },
];

const operationsOf = (resource: Resource) =>
	operations.filter((operation) => operation.resource === resource);

const isReading = ({ operation }: Operation) => operation.startsWith('get');

function operationDropdown(resource: Resource): INodeProperties {
	const own = operationsOf(resource);
	// Where nothing was chosen yet, nothing should change.
	const reading = own.find(({ operation }) => operation === 'getAll') ?? own.find(isReading);
	const defaultOperation = reading?.operation ?? '';
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: own.map(({ name, operation, action, description }) => ({
			name,
			value: operation,
			action,
			description,
		})),
		default: defaultOperation,
	};
}

/** Resource and operation dropdowns and every operation's fields, each shown where it belongs. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: RESOURCES,
		default: 'user',
	},
	...RESOURCES.map(({ value }) => operationDropdown(value)),
	...operations.flatMap(({ resource, operation, fields }) =>
		updateDisplayOptions({ show: { resource: [resource], operation: [operation] } }, fields),
	),
];

/** The operation that the panel's two dropdowns name, or undefined. */
export function findOperation(resource: string, operation: string): Operation | undefined {
	return operations.find(
		(candidate) => candidate.resource === resource && candidate.operation === operation,
	);
}
