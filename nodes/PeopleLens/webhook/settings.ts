import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { MINUTE } from './age';
import type { EventFilters } from './filters';

export interface WebhookSettings {
	filters: EventFilters;
	ignoreRepeated: boolean;
	/** ms; 0 for no limit */
	maxAge: number;
}

/**
 * Reads the node's parameters. An expression that finds nothing is not taken for a parameter that
 * was left empty: that would let everything through.
 * @returns NodeOperationError for a value that can't be used
 */
export function readSettings(context: IWebhookFunctions): WebhookSettings | NodeOperationError {
	try {
		return read(context);
	} catch (error) {
		if (error instanceof NodeOperationError) return error;
		return new NodeOperationError(context.getNode(), error as Error);
	}
}

function read(context: IWebhookFunctions): WebhookSettings {
	const filters = context.getNodeParameter('filters', {}) as IDataObject;
	const options = context.getNodeParameter('options', {}) as IDataObject;
	return {
		filters: {
			events: readEvents(context),
			candidateId: readId(context, filters, 'candidateId', 'Candidate ID'),
			jobId: readId(context, filters, 'jobId', 'Job ID'),
		},
		ignoreRepeated: options.ignoreRepeated !== false,
		maxAge: readMaxAge(context, options),
	};
}

function readEvents(context: IWebhookFunctions): string[] {
	const value = context.getNodeParameter('events', []);
	const names: unknown[] = Array.isArray(value) ? value : [value];
	if (names.every((name) => typeof name === 'string' && name.trim() !== '')) {
		return names.map((name) => String(name).trim());
	}
	throw invalidParameter(
		context,
		"'Events' is not a list of events",
		"Choose events from the list, or check the expression in 'Events': it must return names such as candidate.created. To get all events, remove the expression and choose none.",
	);
}

function readId(
	context: IWebhookFunctions,
	filters: IDataObject,
	name: string,
	displayName: string,
): string | undefined {
	const value = filters[name];
	const isText = typeof value === 'string' || typeof value === 'number';
	const id = isText ? String(value).trim() : '';
	if (id !== '') return id;
	if (!isExpression(context, name) && (value === undefined || value === '')) return undefined;
	throw invalidParameter(
		context,
		`'${displayName}' is empty`,
		`Enter an ID, or check the expression in '${displayName}': it must return one. To get the events of all, remove the filter.`,
	);
}

function isExpression(context: IWebhookFunctions, filter: string): boolean {
	const filters: unknown = context.getNode().parameters.filters;
	if (typeof filters === 'string') return true;
	const entered: unknown = Object.entries(filters ?? {}).find(([name]) => name === filter)?.[1];
	return typeof entered === 'string' && entered.startsWith('=');
}

function readMaxAge(context: IWebhookFunctions, options: IDataObject): number {
	if (!Object.hasOwn(options, 'maxAgeMinutes')) return 0;
	const { maxAgeMinutes: value } = options;
	const isText = typeof value === 'string' && value.trim() !== '';
	const minutes = isText || typeof value === 'number' ? Number(value) : NaN;
	if (Number.isFinite(minutes) && minutes >= 0) return minutes * MINUTE;
	throw invalidParameter(
		context,
		"'Maximum Age (Minutes)' is not a number of at least 0",
		'Enter a number such as 15, or remove the option.',
	);
}

function invalidParameter(context: IWebhookFunctions, message: string, description: string) {
	return new NodeOperationError(context.getNode(), message, { description });
}
