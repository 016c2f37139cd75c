import isEqual from 'lodash/isEqual';

import type { Behaviour } from '../../sandbox/behaviour';
import { createBehaviour } from '../../sandbox/behaviourRules';
import { behaviourLike } from '../../sandbox/like';
import { everyNth, IS_FULL } from '../support/node';
import { SWITCHES } from './switches';
import { checkBehaviour, NEW_EMAIL, personalDataIn } from './tenant';

type Case = { name: string; set: Partial<Behaviour>; facts: object; write?: true };

const isDefault = (set: Partial<Behaviour>) => isEqual(createBehaviour(set), createBehaviour());

/** All values of each switch in CI, else the first one that is not the default. */
const cases: Case[] = Object.entries(SWITCHES).flatMap(([name, how]) => {
	if ('unseen' in how) return [];
	const all = how.map((one) => ({ name, ...one }));
	return IS_FULL ? all : all.filter(({ set }) => !isDefault(set)).slice(0, 1);
});
const unseen = Object.entries(SWITCHES).flatMap(([name, how]) =>
	'unseen' in how
		? how.set.slice(0, IS_FULL ? undefined : 1).map((set) => ({ name, why: how.unseen, set }))
		: [],
);

/** Checks by the behaviour checked: many cases are the defaults. */
const checks = new Map<string, ReturnType<typeof checkBehaviour>>();

async function checkOnce(set: Partial<Behaviour>, write = false) {
	const key = JSON.stringify([createBehaviour(set), write]);
	const check = checks.get(key) ?? checkBehaviour(set, write ? { writeEmail: NEW_EMAIL } : {});
	checks.set(key, check);
	return await check;
}

async function seesWhatWasSet({ set, facts, write }: Case): Promise<void> {
	const first = await checkOnce(set, write);
	expect(first.facts).toMatchObject(facts);
	expect(first.facts.unfinished).toEqual([]);
	expect(first.sandbox.requests.length).toBeLessThanOrEqual(60);
	expect(first.requests).toBe(first.sandbox.requests.length);
	expect(personalDataIn(JSON.stringify(first.report), first.sandbox)).toEqual([]);
	const methods = new Set(first.sandbox.requests.map(({ method }) => method));
	expect([...methods].sort()).toEqual(write ? ['DELETE', 'GET', 'POST'] : ['GET']);

	// There and back: a sandbox that answers as the report says gets the same report.
	const { behaviour, notImitated } = behaviourLike(JSON.stringify(first.report));
	expect(notImitated).toEqual([]);
	const second = await checkOnce(behaviour, write);
	expect(second.facts).toEqual(first.facts);
	expect(second.report.verdicts).toEqual(first.report.verdicts);
}

it.each(cases)('a check of a tenant says of $name what was set: $set', seesWhatWasSet);

it.each(everyNth(4, unseen))('no check can see $name by reading: $why ($set)', async ({ set }) => {
	const [asIs, changed] = [await checkOnce({}), await checkOnce(set)];
	expect(changed.facts).toEqual(asIs.facts);
	expect(changed.requests).toBeLessThanOrEqual(60);
});

it('a cut list of users is left open where the look-up by email shows nothing', async () => {
	const { facts } = await checkOnce({ usersCap: 10, emailFilter: 'ignored' });
	expect(facts.usersCap).toBeNull();
});
