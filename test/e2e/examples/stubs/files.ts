/** Web storage that takes files by PUT. */
import type { Stub } from '../../harness/stubs/server';

export const FILES_KEY = 'Bearer dummy-files-key-example';

export function createFiles() {
	/** By path, as text. */
	const saved: Record<string, string> = {};
	const stub: Stub = ({ method, url, headers, body }) => {
		if (headers.authorization !== FILES_KEY) return { status: 401, body: { message: 'Who?' } };
		if (method !== 'PUT') return { status: 405, body: { message: 'Only PUT' } };
		saved[url.pathname] = body;
		return { status: 201, body: { ok: true } };
	};
	return { stub, saved };
}
