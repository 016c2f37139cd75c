import type { IDataObject } from 'n8n-workflow';

/** Whether something that came out of JSON is an object: no list, and not null. */
export function isRecord(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sets a property of an object's own, whatever its name is: `__proto__`, too. */
export function setOwn(object: object, name: string, value: unknown): void {
	const open = { configurable: true, enumerable: true, writable: true };
	if (name === '__proto__') Object.defineProperty(object, name, { value, ...open });
	else Reflect.set(object, name, value);
}
