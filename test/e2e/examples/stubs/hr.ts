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
}

export function createHr(): Hr {
	const hr: Hr = {
		employees: [],
		stub: ({ method, url, headers }) => {
			if (headers.authorization !== HR_KEY) {
				return { status: 401, body: { message: 'Who is this?' } };
			}
			if (method !== 'GET' || `${url.pathname}${url.search}` !== '/api/employees?status=active') {
				return { status: 404, body: { message: 'Not found' } };
			}
			return { body: { employees: hr.employees } };
		},
	};
	return hr;
}
