interface Common {
	/** Whether the request took effect before things went wrong. Default: no. */
	acted?: boolean;
}

/** What can go wrong between an API and its caller. */
export type Fault = Common &
	(
		| {
				/** Any status with an error body. */
				type: 'status';
				status: number;
				body?: 'json' | 'html' | 'text' | 'empty';
				message?: string;
				/** Sent as `Retry-After`: so many seconds, or the date that is so far away. */
				retryAfterSeconds?: number;
				retryAfterForm?: 'seconds' | 'date';
		  }
		/** A refusal that comes before the request's body is read, as a proxy sends it for a large file. */
		| { type: 'unread'; status: number; message?: string }
		/** 200 with a page instead of data: a proxy's login, a maintenance page. */
		| { type: 'html'; title?: string }
		/** The right answer, cut in the middle; always acted on. */
		| { type: 'truncated' }
		/** 200 with JSON of another shape. Default: `{"ok": true}`. */
		| { type: 'wrongShape'; body?: unknown }
		/** 200 without a body. */
		| { type: 'empty' }
		/** Never answers. */
		| { type: 'hang' }
		/** Closes the connection without an answer, or, with `midway`, in the middle of one. */
		| { type: 'drop'; midway?: boolean }
		/** Sends one byte every `everyMs` (default: 1000) without end, of the headers or of the body. */
		| { type: 'trickle'; part: 'headers' | 'body'; everyMs?: number }
		/** A JSON text of so many megabytes, or without end; with `gzip`, a small transfer. */
		| { type: 'oversize'; megabytes?: number; gzip?: boolean; status?: number }
		/** Sends the caller to `to`: a path here, or an address on another origin. */
		| { type: 'redirect'; to: string; status?: 301 | 302 | 303 | 307 | 308 }
	);
