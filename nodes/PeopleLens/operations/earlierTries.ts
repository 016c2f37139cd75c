import type { IExecuteFunctions } from 'n8n-workflow';

import type { Api } from '../api/client';
import { isNodeError, isOutcomeUnknown, withUnknownOutcome } from '../api/errors/nodeErrors';
import { isTool } from '../parameters/origin';
import { toStoredError, withAdvice } from './storedError';
import type { StoredError } from './storedError';

/** Where n8n keeps it: in the node's own data of this execution. */
const KEY = 'peopleLensTries';

interface Tries {
	/** Of which run of the node. */
	run: number;
	/** The address of PeopleLens. */
	tenant: string;
	parameters: string;
	/** What was done with these parameters, by the index of an input item, a person, or what inOrder.ts calls it. */
	outcomes: Record<string, object>;
	/** Who was created, with these parameters or others. */
	created: Record<string, Created>;
	/** By what was asked for: PeopleLens may have created it. */
	unclear: Record<string, StoredError>;
}

/** A person, and the input item that they were created for. */
interface Created {
	item: number;
	row: object;
}

/**
 * What earlier tries of the same run have done. With "Retry On Fail", and when somebody retries a
 * failed execution, n8n runs a node again on all its items, also on those that worked: without this,
 * their people would be invited or created once more. It is kept in the data of the execution, which n8n
 * hands to the next try and to no other execution. Where the node's parameters were changed in between,
 * only people who were created count: whoever corrects a name does not want them twice.
 */
export class EarlierTries {
	private constructor(
		private readonly context: IExecuteFunctions,
		private readonly api: Api,
		private readonly tries: Tries,
	) {}

	/** @throws NodeOperationError when there were earlier tries and the credential can't be used */
	static async open(context: IExecuteFunctions, api: Api): Promise<EarlierTries> {
		const { $runIndex: run } = context.getWorkflowDataProxy(0);
		const parameters = JSON.stringify(context.getNode().parameters);
		const tries: Tries = { run, tenant: '', parameters, outcomes: {}, created: {}, unclear: {} };
		// As a tool, each call of a model is another run, though n8n may give it the same number.
		const before = isTool(context) ? undefined : storedIn(context)[KEY];
		if (before && before.run === run && before.tenant === (await api.baseUrl())) {
			const { outcomes, created, unclear } = before;
			Object.assign(tries, { created, unclear });
			if (before.parameters === parameters) tries.outcomes = outcomes;
		}
		return new EarlierTries(context, api, tries);
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
	async keepOutcome(key: number | string, outcome: object): Promise<void> {
		this.tries.outcomes[key] = outcome;
		await this.save();
	}

	/** Somebody who was created, in this try or an earlier one, as it was kept. */
	creationOf<Row extends object>(person: string): { item: number; row: Row } | undefined {
		return this.tries.created[person] as { item: number; row: Row } | undefined;
	}

	/** @param row plain JSON */
	async keepCreation(person: string, item: number, row: object): Promise<void> {
		this.tries.created[person] = { item, row };
		await this.save();
	}

	/**
	 * Keeps that PeopleLens may have created what it was asked for, if that is what the error says.
	 * @param creation what was asked for, and of whom
	 */
	async keepFailure(creation: string, error: unknown): Promise<void> {
		if (!isNodeError(error) || !isOutcomeUnknown(error)) return;
		this.tries.unclear[creation] = toStoredError(error);
		await this.save();
	}

	isUnclear(creation: string): boolean {
		return creation in this.tries.unclear;
	}

	/** @throws what an earlier try has thrown, where PeopleLens may have created it all the same */
	assertIsClear(creation: string, api: Api): void {
		if (!this.isUnclear(creation)) return;
		throw withUnknownOutcome(api.apiError(withAdvice(this.tries.unclear[creation], NOT_AGAIN)));
	}

	/** Nothing will be tried again. */
	forget(): void {
		if (KEY in storedIn(this.context)) delete storedIn(this.context)[KEY];
	}

	private async save(): Promise<void> {
		const { retryOnFail } = this.context.getNode();
		const isTriedAgain = retryOnFail === true || !this.context.continueOnFail();
		if (!isTriedAgain || isTool(this.context)) return;
		// It is known: something was sent there.
		this.tries.tenant = await this.api.baseUrl();
		storedIn(this.context)[KEY] = this.tries;
	}
}

const NOT_AGAIN =
	"This was in an earlier try, and was not sent again. To go on with the other items, set 'On Error' in the node's settings to 'Continue', save (n8n 2: no need to publish), and choose 'Retry with currently saved workflow'.";

const storedIn = (context: IExecuteFunctions): { [KEY]?: Tries } => context.getContext('node');
