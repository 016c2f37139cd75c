import type { Run } from '../../types';
import type { SyncOutcome } from './step';

export interface SyncSummary {
	outcomes: SyncOutcome[];
	isApplied: boolean;
	/** A person has chosen the mode, one or the other. */
	isModeChosen: boolean;
	/** PeopleLens's list of users may not be the whole one. */
	isIncomplete: boolean;
	/** Why Apply would change nothing. */
	refusal?: string;
	/** How the input items were understood. */
	understood?: string;
}

/** Tells above the items what they come to, and what a person should know before trusting them. */
export function addHints({ context }: Run, summary: SyncSummary): void {
	const hint = (type: 'info' | 'warning', message: string) =>
		context.addExecutionHints?.({ message, type, location: 'outputPane' });

	hint('info', inNumbers(summary));
	if (summary.understood) hint('info', summary.understood);
	if (summary.refusal) hint('warning', `${summary.refusal}, so Apply would change nothing.`);
	if (summary.isIncomplete) {
		hint(
			'warning',
			'PeopleLens may have cut its list of users short. Everyone who seems to be missing is looked up by email before they are invited. But people to deactivate may not have been seen: compare with the list of users in PeopleLens.',
		);
	}
	if (!summary.isModeChosen) {
		hint(
			'warning',
			"'Mode' holds an expression, so this was a preview. Choose Apply itself to let this node change anything.",
		);
	}
}

function inNumbers({ outcomes, isApplied }: SyncSummary): string {
	const count = (test: (outcome: SyncOutcome) => boolean) => outcomes.filter(test).length;
	const goes = (action: string) =>
		count(({ step, status }) => step.action === action && /planned|done/.test(status));
	const review = count(({ step }) => step.action === 'review');
	const left = count(({ step, status }) => status === 'skipped' && step.action !== 'review');
	const failed = count(({ status }) => status === 'failed');
	const parts = [
		`${goes('create')} ${isApplied ? 'invited' : 'to invite'}`,
		`${goes('deactivate')} ${isApplied ? 'deactivated' : 'to deactivate'}`,
		`${goes('none')} with nothing to do`,
		`${review} to review`,
		left > 0 && `${left} skipped`,
		isApplied ? `${failed} failed` : failed > 0 && `${failed} that could not be looked up`,
	];
	const numbers = `${parts.filter(Boolean).join(', ')}.`;
	return isApplied ? numbers : `${numbers} Nothing was changed: this is a preview.`;
}
