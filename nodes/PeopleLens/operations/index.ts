import { updateDisplayOptions } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';

import { getAllAuditLogs } from './auditLog/getAll';
import type { Operation } from './types';
import { createUser } from './user/create';
import { deactivateUser } from './user/deactivate';
import { findOrCreateUser } from './user/findOrCreate';
import { getUser } from './user/get';
import { getAllUsers } from './user/getAll';
import { syncUsers } from './user/sync';

/** Every operation of the node, each resource in alphabetical order of the names. */
export const operations: Operation[] = [
	getAllAuditLogs,
	createUser,
	deactivateUser,
	findOrCreateUser,
	getUser,
	getAllUsers,
	syncUsers,
];

const operationsOf = (resource: Operation['resource']) =>
	operations.filter((operation) => operation.resource === resource);

function operationDropdown(
	resource: Operation['resource'],
	defaultOperation: string,
): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: operationsOf(resource).map(({ name, operation, action, description }) => ({
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
		options: [
			{ name: 'Audit Log', value: 'auditLog' },
			{ name: 'User', value: 'user' },
		],
		default: 'user',
	},
	operationDropdown('auditLog', 'getAll'),
	operationDropdown('user', 'getAll'),
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
