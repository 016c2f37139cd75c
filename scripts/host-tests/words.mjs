/** What people may be shown when something goes wrong. */
import assert from 'node:assert/strict';

/** Codes, words of programs, and holes. */
const JARGON =
	/\bE[A-Z]{4,}\b|undefined|\[object|status code|axios|NodeApiError|stack|Unauthorized$|null\b/;

/** Every message of the package says what to do next. */
const ADVICE = /\b(Check|Copy|Ask|Wait|Enter|Run|enter it as|goes on from here)\b/;

/** @param {{ message: string, description?: string }} error as it stands in a failed execution */
export function assertWords(error) {
	assert.doesNotMatch(`${error.message} ${error.description ?? ''}`, JARGON);
	assert.match(error.message, ADVICE);
}
