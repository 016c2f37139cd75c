import deburr from 'lodash/deburr';

import { foldConfusables } from '../domain/confusables';
import { lookalikes } from '../domain/identity';
import type { SyncStep } from './types';

/**
 * The second net below the comparison of emails: somebody who is to lose their access, and whose
 * email looks like one on the list, may well be that person; and so may be somebody of the same name
 * who is to be invited, with the address that they have since they married. Both are for review then.
 */
export function reviewLookalikes(steps: readonly SyncStep[]): SyncStep[] {
	const emails = new Map<string, string>();
	const newcomers = new Map<string, string>();
	for (const { action, wanted } of steps) {
		if (wanted?.email === undefined) continue;
		for (const look of lookalikes(wanted.email)) emails.set(look, wanted.email);
		const name = nameKey(wanted.firstName, wanted.lastName);
		if (action === 'create' && name !== undefined) newcomers.set(name, wanted.email);
	}

	const doubles = new Map<string, { email: string; reason: Reason }>();
	const reviewed = steps.map((step): SyncStep => {
		if (step.action !== 'deactivate' || step.reason || !step.user) return step;
		const { email, first_name, last_name } = step.user;
		const looks = lookalikes(email).flatMap((look) => emails.get(look) ?? []);
		const namesake = newcomers.get(nameKey(first_name, last_name) ?? '');
		const double = looks.at(0) ?? namesake;
		if (double === undefined) return step;
		const reason = double === looks.at(0) ? looksLike : isNamedLike;
		doubles.set(double, { email, reason });
		return { ...step, action: 'review', reason: reason(double, 'on the list') };
	});
	return reviewed.map((step): SyncStep => {
		const double = doubles.get(step.wanted?.email ?? '');
		return step.action === 'create' && double !== undefined
			? { ...step, action: 'review', reason: double.reason(double.email, 'in PeopleLens') }
			: step;
	});
}

/** What a name looks like, without accents and punctuation; undefined where a part of it is missing. */
function nameKey(...parts: Array<string | undefined>): string | undefined {
	const plain = parts.map((part = '') =>
		deburr(foldConfusables(part.normalize('NFKD').toLowerCase())).replace(/[^\p{L}\p{N}]/gu, ''),
	);
	return plain.includes('') ? undefined : plain.join(' ');
}

type Reason = (email: string, where: string) => string;

const looksLike: Reason = (email, where) =>
	`Looks like ${email} ${where}. If it is the same person, correct the email there.`;

const isNamedLike: Reason = (email, where) =>
	`Has the same name as ${email} ${where}. If it is the same person, correct the email there; if not, change this one by hand.`;
