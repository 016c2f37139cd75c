import type { Facts } from '../../../sandbox/tenantReport/facts';
import { access } from './access';
import { anyRequest } from './anyRequest';
import { auditLog } from './auditLog';
import { filters } from './filters';
import { oneUser } from './oneUser';
import type { Rule, Verdict } from './rule';
import { time } from './time';
import { users } from './users';
import { writing } from './writing';

export type { Verdict };

export interface Point {
	id: string;
	title: string;
	verdict: Verdict;
	text: string;
}

export interface Section {
	title: string;
	points: Point[];
}

const SECTIONS: Array<{ title: string; rules: Rule[] }> = [
	{ title: 'Access', rules: access },
	{ title: 'The audit log', rules: auditLog },
	{ title: 'Filters of the audit log', rules: filters },
	{ title: 'Time', rules: time },
	{ title: 'The list of users', rules: users },
	{ title: 'One user by ID', rules: oneUser },
	{ title: 'Any request', rules: anyRequest },
	{ title: 'Inviting and deactivating', rules: writing },
];

/** What the facts mean for the package. Pure: the same facts give the same points. */
export function judge(facts: Facts): Section[] {
	return SECTIONS.map(({ title, rules }) => ({
		title,
		points: rules.map((rule) => pointOf(rule, facts)),
	}));
}

function pointOf({ id, title, notSeen, judge: judgeRule }: Rule, facts: Facts): Point {
	const judgement = judgeRule(facts);
	if (!judgement) return { id, title, verdict: 'not seen', text: notSeen };
	const [verdict, text] = judgement;
	return { id, title, verdict, text };
}
