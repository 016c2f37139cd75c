import { NodeApiError } from 'n8n-workflow';

import type { ErrorDetails } from '../api/errors/messages';
import { isNodeError } from '../api/errors/nodeErrors';

/** What is kept of an error in the data of an execution. */
export type StoredError = Pick<ErrorDetails, 'message' | 'description' | 'httpCode'>;

/** An error as plain JSON, from which it can be thrown again. */
export function toStoredError(error: unknown): StoredError {
	const message = error instanceof Error ? error.message : String(error);
	const description = isNodeError(error) ? error.description : undefined;
	const httpCode = error instanceof NodeApiError ? error.httpCode : undefined;
	return { message, ...(description && { description }), ...(httpCode && { httpCode }) };
}

/** The same error, whose description ends with the advice, once. */
export function withAdvice(
	{ description = '', ...error }: StoredError,
	advice: string,
): StoredError {
	const told = description.replace(advice, '').trim().replace(/[^.]$/, '$&.');
	return { ...error, description: `${told} ${advice}`.trim() };
}
