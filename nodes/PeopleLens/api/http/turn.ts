import { sleep } from 'n8n-workflow';

/** In ms. */
const LONGEST = 30;

/** Long work is done in turns, so that n8n's other work need not wait for its end. */
export class Turn {
	private began = Date.now();

	get isOver(): boolean {
		return Date.now() - this.began > LONGEST;
	}

	/** Lets others work, and begins the next turn. */
	async pass(): Promise<void> {
		await sleep(0);
		this.began = Date.now();
	}
}
