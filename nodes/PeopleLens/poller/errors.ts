/** The time that a reading was given is over. */
export class OutOfTimeError extends Error {
	constructor() {
		super('There was not enough time to read the audit log');
		this.name = 'OutOfTimeError';
	}
}
