import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { PeopleLensApi } from '../../credentials/PeopleLensApi.credentials';
import { PeopleLens } from '../../nodes/PeopleLens/PeopleLens.node';

/** The workflows of users name these: whatever changes here breaks them. */
const { description } = new PeopleLens();

const namesOf = (list: INodeProperties['options'] = []) => list.map(({ name }) => name).sort();

/** `name`, or `name.{parts}` for a collection: the fields of one operation, without notices. */
function fieldsOf(resource: string, operation: string): string[] {
	return description.properties
		.filter(({ name, type }) => !['resource', 'operation'].includes(name) && type !== 'notice')
		.filter(({ displayOptions }) => {
			const { resource: resources = [], operation: operations = [] } = displayOptions?.show ?? {};
			return resources.includes(resource) && operations.includes(operation);
		})
		.map(({ name, type, options }) =>
			type === 'collection' ? `${name}.{${namesOf(options).join(',')}}` : name,
		);
}

it('the node keeps the names of the node and of the credential', () => {
	expect(description).toMatchObject({
		name: 'peopleLens',
		displayName: 'PeopleLens',
		version: 1,
		usableAsTool: true,
	});
	expect(description.credentials).toMatchObject([{ name: 'peopleLensApi', required: true }]);
	const credential = new PeopleLensApi();
	expect(credential).toMatchObject({ name: 'peopleLensApi', displayName: 'PeopleLens API' });
	expect(credential.properties.map(({ name, displayName }) => [name, displayName])).toEqual([
		['baseUrl', 'Base URL'],
		['apiKey', 'API Key'],
	]);
});

it.each([
	['auditLog', ['getAll']],
	['candidate', ['create', 'delete', 'get', 'getInterviewStatus', 'getAll', 'update']],
	['document', ['download', 'getAll', 'getParsed', 'upload']],
	['interview', ['decide', 'getBookingLinks', 'getScorecard', 'schedule']],
	['job', ['addCandidate', 'get', 'getAll', 'update']],
	['template', ['generate', 'get', 'getAll']],
	['user', ['create', 'deactivate', 'findOrCreate', 'get', 'getAll', 'sync', 'update']],
])('the node keeps the operations of "%s"', (resource, operations) => {
	const dropdown = description.properties.find(
		({ name, displayOptions }) =>
			name === 'operation' && displayOptions?.show?.resource?.includes(resource),
	);
	const options = (dropdown?.options ?? []) as INodePropertyOptions[];
	expect(options.map(({ value }) => value)).toEqual(operations);
});

it.each([
	['user', 'create', ['email', 'firstName', 'lastName', 'role']],
	[
		'user',
		'findOrCreate',
		['email', 'firstName', 'lastName', 'role', 'options.{onRoleDifference}'],
	],
	[
		'candidate',
		'create',
		[
			...['firstName', 'lastName', 'email'],
			...['additionalFields.{jobId,linkedinUrl,phone}', 'options.{batchSize}'],
		],
	],
	['candidate', 'get', ['candidateId', 'options.{ifNotFound}']],
	['candidate', 'getAll', ['returnAll', 'limit', 'filters.{jobId,status}']],
	['candidate', 'getInterviewStatus', ['candidateId']],
	[
		'candidate',
		'update',
		['candidateId', 'updateFields.{email,externalId,firstName,lastName,metadata,status}'],
	],
	['candidate', 'delete', ['candidateId', 'deleteForGood', 'options.{ifNotFound}']],
	['document', 'getAll', ['candidateId']],
	['document', 'download', ['candidateId', 'documentId', 'binaryPropertyName']],
	['document', 'upload', ['candidateId', 'binaryPropertyName']],
	['document', 'getParsed', ['candidateId']],
	['job', 'get', ['jobId']],
	['job', 'getAll', ['returnAll', 'limit']],
	['job', 'update', ['jobId', 'updateFields.{department,description,status,title}']],
	['job', 'addCandidate', ['jobId', 'candidateId']],
	['interview', 'getBookingLinks', ['candidateId']],
	[
		'interview',
		'schedule',
		[
			...['planId', 'stepId', 'interviewerId', 'startTime'],
			'additionalFields.{description,endTime,title}',
		],
	],
	['interview', 'decide', ['planId', 'status', 'options.{notes}']],
	['interview', 'getScorecard', ['planId', 'options.{splitAssessments}']],
	['template', 'get', ['templateId']],
	['template', 'getAll', ['returnAll', 'limit']],
	['template', 'generate', ['jobDescription']],
	['user', 'update', ['userId', 'updateFields.{firstName,isEnabled,lastName,role}']],
	['user', 'get', ['userId', 'options.{ifNotFound}']],
	['user', 'getAll', ['returnAll', 'limit', 'filters.{email,role,search}']],
	['user', 'deactivate', ['userId', 'options.{ifNotFound,protectedRoles}']],
	[
		'user',
		'sync',
		[
			'mode',
			'people',
			'email',
			'firstName',
			'lastName',
			'role',
			'createMissing',
			'deactivateExtra',
			'options.{maxDeactivations,maxInvitations,protectedEmails,protectedRoles}',
		],
	],
	[
		'auditLog',
		'getAll',
		[
			'returnAll',
			'limit',
			'filters.{actions,entityId,entityType,excludeUserIds,since,until,userId}',
			'options.{concurrency,includeActor,order}',
		],
	],
])('the node keeps the parameters of %s: %s', (resource, operation, fields) => {
	expect(fieldsOf(resource, operation)).toEqual(fields);
});
