/** An HR system: who works here. */
import type { Stub } from '../../harness/stubs/server';

export const HR_KEY = 'Bearer dummy-hr-key-example';

export interface Employee {
	email: string;
	firstName?: string;
	lastName?: string;
	role?: string;
}

export interface Hr {
	stub: Stub;
	/** May be replaced by others. */
	employees: Employee[];
	/** What it answers in place of them. */
	answer?: object;
	/** Who was reported as hired. */
	hired: Array<Record<string, unknown>>;
}

export function createHr(): Hr {
	const hr: Hr = {
		employees: [],
		hired: [],
		stub: ({ method, url, headers, body }) => {
			if (headers.authorization !== HR_KEY) {
				return { status: 401, body: { message: 'Who is this?' } };
			}
			if (method === 'POST' && url.pathname === '/employees') {
				hr.hired.push(JSON.parse(body));
				return { status: 201, body: { ok: true } };
			}
			if (method !== 'GET' || `${url.pathname}${url.search}` !== '/api/employees?status=active') {
				return { status: 404, body: { message: 'Not found' } };
			}
			return { body: hr.answer ?? { employees: hr.employees } };
		},
	};
	return hr;
}
