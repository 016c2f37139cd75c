import { lookalikes } from '../domain/identity';
import type { SyncStep } from './types';

/**
 * The second net below the comparison of emails: somebody who is to lose their access, and whose
 * email looks like one on the list, may well be that person. Both are for review then.
 */
export function reviewLookalikes(steps: readonly SyncStep[]): SyncStep[] {
	const listed = new Map<string, string>();
	for (const { wanted } of steps) {
		if (wanted?.email === undefined) continue;
		for (const look of lookalikes(wanted.email)) listed.set(look, wanted.email);
	}

	const doubles = new Map<string, string>();
	const reviewed = steps.map((step): SyncStep => {
		if (step.action !== 'deactivate' || step.reason || !step.user) return step;
		const { email } = step.user;
		const double = lookalikes(email)
			.map((look) => listed.get(look))
			.find(Boolean);
		if (double === undefined) return step;
		doubles.set(double, email);
		return { ...step, action: 'review', reason: looksLike(double, 'on the list') };
	});
	return reviewed.map((step): SyncStep => {
		const double = doubles.get(step.wanted?.email ?? '');
		return step.action === 'create' && double !== undefined
			? { ...step, action: 'review', reason: looksLike(double, 'in PeopleLens') }
			: step;
	});
}

const looksLike = (email: string, where: string) =>
	`Looks like ${email} ${where}. If it is the same person, correct the email there.`;
