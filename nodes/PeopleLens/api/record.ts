import type { IDataObject } from 'n8n-workflow';

/** Whether something that came out of JSON is an object: no list, and not null. */
export function isRecord(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
