import { NodeApiError } from 'n8n-workflow';

/** How servers refuse an offset that they find too large. All else in the request is right at offset 0. */
const OFFSET_REFUSALS = ['400', '404', '416', '422', '500'];

/**
 * What a page comes to that could not be read.
 * @throws the error, unless it may be about the offset alone
 */
export function refusedPage(
	error: unknown,
	offset: number,
): { rows: never[]; refused: NodeApiError } {
	const isRefusal = error instanceof NodeApiError && OFFSET_REFUSALS.includes(error.httpCode ?? '');
	if (offset > 0 && isRefusal) return { rows: [], refused: error };
	throw error;
}
