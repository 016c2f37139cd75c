/** What people may be shown when something goes wrong. */
import type { ShownError } from '../harness/n8n/execution';

/** Codes, words of programs, and holes. */
const JARGON =
	/\bE[A-Z]{4,}\b|undefined|\[object|status code|axios|NodeApiError|stack|Unauthorized$|null\b/;

/** Every message of the package says what to do next. */
const ADVICE = /\b(Check|Copy|Ask|Wait|Enter|Run|enter it as|goes on from here)\b/;

/** @param error as it stands in a failed execution */
export function assertUserMessage({ message, description }: ShownError): void {
	expect(`${message} ${description ?? ''}`).not.toMatch(JARGON);
	expect(message).toMatch(ADVICE);
}
