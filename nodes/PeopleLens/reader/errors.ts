/** The list could not be read completely because its pages never fitted together. */
export class UnsettledListError extends Error {
	constructor() {
		super(
			'The list kept changing or repeating between requests, so it could not be read completely. Each page is asked for by its offset: if this persists, the server (or a proxy in between) may be ignoring the "offset" parameter.',
		);
		this.name = 'UnsettledListError';
	}
}
