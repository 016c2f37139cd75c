/** An HR system: who works here. */

export const HR_KEY = 'Bearer dummy-hr-key-example';

/**
 * @returns {{ answer: (question: object) => object, employees: object[] }} employees: may be
 *   replaced by others
 */
export function createHr() {
	const hr = { employees: [], answer };

	function answer({ method, url, headers }) {
		if (headers.authorization !== HR_KEY) return { status: 401, body: { message: 'Who is this?' } };
		if (method !== 'GET' || `${url.pathname}${url.search}` !== '/api/employees?status=active') {
			return { status: 404, body: { message: 'Not found' } };
		}
		return { body: { employees: hr.employees } };
	}
	return hr;
}
