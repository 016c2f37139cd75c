import type { IWebhookFunctions } from 'n8n-workflow';

import { MINUTE } from './age';
import { LogLimiter } from './logLimiter';

const HOUR = 60 * MINUTE;

/**
 * What n8n's log says of deliveries that start no execution: for each trigger and reason one line, and
 * then at most one a minute where something may be wrong, or one an hour where it is as it should be.
 */
export class DeliveryLog {
	readonly #refusals = new LogLimiter(MINUTE);

	readonly #skips = new LogLimiter(HOUR);

	/** @param words go on after "refused a webhook delivery"; nothing that the delivery holds */
	refused(context: IWebhookFunctions, reason: string, words: string): void {
		const more = this.#refusals.admit(subjectOf(context, reason), Date.now());
		if (more === undefined) return;
		context.logger.warn(`${nameOf(context)} refused a webhook delivery ${words}${countOf(more)}`);
	}

	/** @param words go on after "answered a webhook delivery with 200 and started nothing, because" */
	skipped(context: IWebhookFunctions, reason: string, words: string): void {
		const more = this.#skips.admit(subjectOf(context, reason), Date.now());
		if (more === undefined) return;
		context.logger.info(
			`${nameOf(context)} answered a webhook delivery with 200 and started nothing, because ${words}.${countOf(more)}`,
		);
	}
}

const subjectOf = (context: IWebhookFunctions, reason: string) =>
	`${context.getWorkflow().id} ${context.getNode().id} ${reason}`;

const nameOf = (context: IWebhookFunctions) =>
	`'${context.getNode().name}' in the workflow '${context.getWorkflow().name}'`;

const countOf = (more: number) =>
	more > 0 ? ` ${more} more like it came since the last such line.` : '';
