import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';

import { REJECTED } from './classify';
import type { ErrorDetails } from './messages';

/**
 * An answer of PeopleLens as n8n's error. Built from an empty object, because whatever else is
 * handed in, n8n prefers over these words.
 */
export function apiError(
	node: INode,
	{ message, description, httpCode, failure, wrongAddress, notFound, tooLarge }: ErrorDetails,
	itemIndex?: number,
): NodeApiError {
	const error = new NodeApiError(node, {}, { message, description, httpCode, failure, itemIndex });
	if (wrongAddress) error.context.wrongAddress = true;
	if (notFound) error.context.notFound = true;
	if (tooLarge) error.context.tooLarge = true;
	return withMessage(error, message);
}

/** Anything else, such as a parameter or a credential that no request can be made with. */
export function operationError(
	node: INode,
	message: string,
	options: { description?: string; itemIndex?: number } = {},
): NodeOperationError {
	return withMessage(new NodeOperationError(node, message, options), message);
}

/**
 * n8n replaces any message that contains a code such as `EPERM` or `EEXIST` by a stock text about
 * files, and so it would for `gatekeeperman@acme.com`: put the words back.
 */
function withMessage<E extends Error>(error: E, message: string): E {
	error.message = message;
	return error;
}

/**
 * Whether PeopleLens says that what was asked for does not exist. It says so in JSON, and of a record:
 * what a gateway says of an address in any other way, it may say of those who are there as well.
 */
export function isNotFound(error: unknown): boolean {
	return error instanceof NodeApiError && error.context.notFound === true;
}

/** Whether PeopleLens's answer was too large to be read: a smaller part of it may not be. */
export function isTooLarge(error: unknown): error is NodeApiError {
	return error instanceof NodeApiError && error.context.tooLarge === true;
}

/** Whether what PeopleLens was asked for is at odds with what is there, such as an invited person. */
export function isConflict(error: unknown): error is NodeApiError {
	return error instanceof NodeApiError && error.httpCode === '409';
}

/** Whether PeopleLens may have done what it was asked for although it did not say so. */
export function isOutcomeUnknown(error: unknown): boolean {
	return isNodeError(error) && error.context.outcomeUnknown === true;
}

/** Statuses that say that PeopleLens looked at a request, or at its sender, and turned it down. */
const TURNED_DOWN = [401, 403, 409, 429, ...REJECTED];

/** Whether something may have been done that must not be done twice, whatever the answer said. */
export function mayHaveBeenDone(error: unknown): boolean {
	if (isOutcomeUnknown(error)) return true;
	const status = error instanceof NodeApiError ? error.httpCode : null;
	return status !== null && !TURNED_DOWN.includes(Number(status));
}

/** Notes on an error that PeopleLens may have done what it was asked for. */
export function withUnknownOutcome<E extends NodeApiError | NodeOperationError>(error: E): E {
	error.context.outcomeUnknown = true;
	return error;
}

/** An error's message, followed by what PeopleLens itself said. */
export function messageOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const description = isNodeError(error) ? error.description : undefined;
	return description ? `${error.message} ${description}` : error.message;
}

export function isNodeError(error: unknown): error is NodeApiError | NodeOperationError {
	return error instanceof NodeApiError || error instanceof NodeOperationError;
}

/** Whether PeopleLens turned down what the request carried, such as a limit above its largest. */
export function isRejected(error: unknown): boolean {
	return error instanceof NodeApiError && REJECTED.includes(Number(error.httpCode));
}
