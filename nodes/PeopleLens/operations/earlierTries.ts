import { NodeApiError } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { Api } from '../api/client';
import type { ErrorDetails } from '../api/errors/messages';
import { isNodeError, mayHaveBeenDone, withUnknownOutcome } from '../api/errors/nodeErrors';
import { isTool } from './host';

/** Where n8n keeps it: in the node's own data of this execution. */
const KEY = 'peopleLensTries';

interface Tries {
	/** Of which run of the node, with which parameters. */
	run: string;
	/** What was changed: what came of it, by the index of an input item or by a person. */
	outcomes: Record<string, object>;
	/** By the index of an input item: PeopleLens may have done what it was asked for. */
	unclear: Record<string, Unclear>;
}

type Unclear = Pick<ErrorDetails, 'message' | 'description' | 'httpCode'>;

/**
 * What earlier tries of the same run have done. With "Retry On Fail", and when somebody retries a
 * failed execution, n8n runs a node again on all its items, also on those that worked: without this,
 * their people would be invited or created once more. It is kept in the data of the execution, which n8n
 * hands to the next try and to no other execution. A node whose parameters were changed begins anew.
 */
export class EarlierTries {
	private tries: Tries = { run: '', outcomes: {}, unclear: {} };

	/** As a tool, each call of a model is another run, though n8n may give it the same number. */
	private readonly isKept: boolean;

	constructor(private readonly context: IExecuteFunctions) {
		const { retryOnFail } = context.getNode();
		this.isKept = !isTool(context) && (retryOnFail === true || !context.continueOnFail());
		const before = this.isKept ? this.stored[KEY] : undefined;
		if (before && before.run === this.run) this.tries = before;
	}

	/** What an earlier try has kept, as it was; undefined where it changed nothing. */
	outcomeOf<Outcome extends object>(key: number | string): Outcome | undefined {
		return this.tries.outcomes[key] as Outcome | undefined;
	}

	/** What has an outcome, in this try or an earlier one. */
	get finished(): string[] {
		return Object.keys(this.tries.outcomes);
	}

	/** @param outcome plain JSON */
	keepOutcome(key: number | string, outcome: object): void {
		this.tries.outcomes[key] = outcome;
		this.save();
	}

	/** Keeps that PeopleLens may have done what it was asked for, if that is what the error says. */
	keepFailure(itemIndex: number, error: unknown): void {
		if (!isNodeError(error) || !mayHaveBeenDone(error)) return;
		const { message, description } = error;
		const httpCode = error instanceof NodeApiError ? error.httpCode : undefined;
		this.tries.unclear[itemIndex] = {
			message,
			...(description && { description }),
			...(httpCode && { httpCode }),
		};
		this.save();
	}

	/** @throws what an earlier try has thrown, where PeopleLens may have done it all the same */
	assertIsClear(itemIndex: number, api: Api): void {
		const before = this.tries.unclear[itemIndex];
		if (before) throw withUnknownOutcome(api.apiError(before));
	}

	/** Nothing will be tried again. */
	forget(): void {
		if (this.isKept) delete this.stored[KEY];
	}

	private save(): void {
		if (!this.isKept) return;
		this.tries.run ||= this.run;
		this.stored[KEY] = this.tries;
	}

	private get stored(): { [KEY]?: Tries } {
		return this.context.getContext('node');
	}

	/** Of one run, all tries have the same input. */
	private get run(): string {
		const { parameters, credentials } = this.context.getNode();
		const { $runIndex } = this.context.getWorkflowDataProxy(0);
		return JSON.stringify([$runIndex, parameters, credentials]);
	}
}
