import type { Facts } from '../../../sandbox/tenantReport/facts';

/** What a finding means for the package, in the words of the report. */
export type Verdict = 'holds' | 'copes' | 'breaks' | 'not seen';

/** A verdict and the sentence that a person reads. */
export type Judgement = readonly [Exclude<Verdict, 'not seen'>, string];

/** One point of the report: what the package assumes, and what this tenant does. */
export interface Rule {
	id: string;
	title: string;
	/** Undefined when nothing was seen. */
	judge(facts: Facts): Judgement | undefined;
	/** Why nothing may have been seen, or how to see it. */
	notSeen: string;
}

export const holds = (text: string): Judgement => ['holds', text];
export const copes = (text: string): Judgement => ['copes', text];
export const breaks = (text: string): Judgement => ['breaks', text];

/** A rule over one fact whose values each have a judgement of their own. */
export function byValue<Name extends keyof Facts>(
	id: Name,
	title: string,
	notSeen: string,
	judgements: Record<`${Exclude<Facts[Name], null | unknown[]>}`, Judgement>,
): Rule {
	const known = new Map<string, Judgement>(Object.entries(judgements));
	return { id, title, notSeen, judge: (facts) => known.get(String(facts[id])) };
}

/** A rule over one fact, judged by a function. */
export function byFact<Name extends keyof Facts>(
	id: Name,
	title: string,
	notSeen: string,
	judge: (value: NonNullable<Facts[Name]>, facts: Facts) => Judgement | undefined,
): Rule {
	return {
		id,
		title,
		notSeen,
		judge: (facts) => {
			const value = facts[id];
			return value === null ? undefined : judge(value as NonNullable<Facts[Name]>, facts);
		},
	};
}
