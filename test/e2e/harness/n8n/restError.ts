/** An answer of n8n that isn't a success. */
export class RestError extends Error {
	constructor(
		request: string,
		/** The HTTP status. */
		readonly status: number,
		/** n8n's own words. */
		readonly explanation = 'no explanation',
	) {
		super(`n8n answered ${status} to ${request}: ${explanation}`);
		this.name = 'RestError';
	}
}

export const hasStatus = (error: unknown, status: number): error is RestError =>
	error instanceof RestError && error.status === status;
