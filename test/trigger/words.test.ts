import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IPollFunctions } from 'n8n-workflow';

import { emptyState } from '../../nodes/PeopleLens/poller/state';
import { isActivationCheck, refusesActivation } from '../../nodes/PeopleLens/trigger/activation';
import { tenantOf } from '../../nodes/PeopleLens/trigger/tenant';
import { readChosenActions } from '../../nodes/PeopleLens/trigger/triggerOn';
import { troubleText, warningText } from '../../nodes/PeopleLens/trigger/warningTexts';
import { panel } from '../parameters/panel';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TENANT = 'https://acme.peoplelensai.com';

describe('the log tells', () => {
	it.each([
		[6 * MINUTE, '6 minutes ahead of'],
		[-6 * MINUTE, '6 minutes behind'],
		[MINUTE, '1 minute ahead of'],
		[-119.94 * MINUTE, '119.9 minutes behind'],
		[120 * MINUTE, '2 hours ahead of'],
		[61.5 * HOUR, '2.6 days ahead of'],
		[47.9 * HOUR, '47.9 hours ahead of'],
		[-48 * HOUR, '2 days behind'],
	])('of a clock that differs by %d ms', (skew, difference) => {
		expect(warningText({ kind: 'clocks', skew }, 5 * MINUTE)).toBe(
			`n8n's clock is ${difference} the time that PeopleLens states in its answers. No event is lost, but checks may read more than they need to. Check the clock of the machine that runs n8n, and that of whatever stands between n8n and PeopleLens.`,
		);
	});

	it('of an overlap that cannot be remembered', () => {
		expect(warningText({ kind: 'overlap', left: 1.5 * MINUTE }, 5 * MINUTE)).toBe(
			'So many events have happened that not all of the last 5 minutes can be remembered. For now, an event is delivered if it appears in the PeopleLens log up to 1.5 minutes late; one that appears later than that is missed. Checking more often or choosing a single action helps.',
		);
	});

	it('of events that have to wait', () => {
		expect(warningText({ kind: 'ahead', held: 7 }, 0)).toBe(
			'7 new events carry a date in the future, in addition to thousands that have been delivered. Their delivery waits until that date has come, or until PeopleLens no longer lists the others.',
		);
		expect(warningText({ kind: 'undated', held: 8 }, 0)).toBe(
			'8 new events carry no date that can be read, in addition to thousands that have been delivered. Their delivery waits until PeopleLens no longer lists the others. All other events are delivered as usual.',
		);
		expect(warningText({ kind: 'ahead', held: 1 }, 0)).toMatch(
			/^One new event carries a date .*\. Its delivery waits until/,
		);
		expect(warningText({ kind: 'undated', held: 1 }, 0)).toMatch(
			/^One new event carries no date .*\. Its delivery waits until/,
		);
	});

	it('of a watermark that was brought back', () => {
		expect(warningText({ kind: 'watermark', ahead: 3 * HOUR }, 0)).toBe(
			'The time up to which events count as delivered was 3 hours in the future: the clocks of PeopleLens and n8n must have been wrong. From now on new events are delivered again; some of the last minutes may come twice.',
		);
	});

	it('why the trigger does not simply go on', () => {
		const other = 'https://old.peoplelensai.com';
		expect(troubleText({ kind: 'otherTenant', tenant: other }, TENANT)).toBe(
			`This trigger watched ${other}, and now starts afresh at ${TENANT}, as when it was activated for the first time, even if it watched ${TENANT} before.`,
		);
		expect(troubleText({ kind: 'unreadable', isNewer: true }, TENANT)).toBe(
			'What this trigger remembers of earlier checks was written by a later version of n8n-nodes-peoplelens, so it starts afresh, as when it was activated for the first time. Events since the last check that worked may be missed.',
		);
		const state = emptyState(TENANT, 0, 0);
		expect(troubleText({ kind: 'unreadable', isNewer: false, state }, TENANT)).toBe(
			'What this trigger remembers of earlier checks cannot be read, except for the time up to which all events have been delivered. It continues from there: no event is lost, but some of the last minutes before may come twice.',
		);
	});
});

it.each([
	['https://acme.peoplelensai.com', TENANT],
	['https://ACME.peoplelensai.com./api/v1/', TENANT],
	['https://acme.peoplelensai.com:443', TENANT],
	['https://acme.peoplelensai.com:8443', `${TENANT}:8443`],
	['http://acme.peoplelensai.com', 'http://acme.peoplelensai.com'],
	['http://localhost:5678', 'http://127.0.0.1:5678'],
	['http://[::1]:5678', 'http://127.0.0.1:5678'],
	['http://127.0.0.1', 'http://127.0.0.1'],
])('another spelling of the same address is the same list: %s', (baseUrl, tenant) => {
	expect(tenantOf(baseUrl)).toBe(tenant);
});

describe('the choice of actions', () => {
	const chosen = (parameters: Record<string, unknown>) => {
		const getNodeParameter = (name: string, otherwise: unknown) => parameters[name] ?? otherwise;
		return readChosenActions({ ...panel.context, getNodeParameter } as unknown as IPollFunctions);
	};

	it('is what was chosen, all, or the one of the entry', () => {
		expect(chosen({})).toEqual([]);
		expect(chosen({ actions: ['A', 'B'] })).toEqual(['A', 'B']);
		expect(chosen({ triggerOn: 'chosen', actions: ['A'] })).toEqual(['A']);
		expect(chosen({ triggerOn: 'any', actions: ['A'] })).toEqual([]);
		expect(chosen({ triggerOn: 'USER_LOGIN', actions: ['A'] })).toEqual(['USER_LOGIN']);
	});

	it('is not all because it cannot be understood', () => {
		expect(() => chosen({ triggerOn: 'everything' })).toThrow("'Trigger On' is not one of its");
	});
});

describe('an activation', () => {
	const contextOf = (mode: string, budget?: number) =>
		({
			getActivationMode: () => mode,
			...(budget !== undefined && { getPollBudgetMs: () => budget }),
		}) as unknown as IPollFunctions;

	it('is the first check of a context, where that has the time of one', () => {
		for (const context of [contextOf('init'), contextOf('init', 300_000)]) {
			expect([isActivationCheck(context), isActivationCheck(context)]).toEqual([true, false]);
		}
		expect(isActivationCheck(contextOf('init', 299_999))).toBe(false);
	});

	const node = panel.context.getNode();
	const answered = (httpCode?: string) => new NodeApiError(node, {}, { message: 'No', httpCode });

	it.each([
		['400', true],
		['401', true],
		['403', true],
		['404', true],
		['422', true],
		['429', false],
		['500', false],
		[undefined, false],
	])('is refused where waiting does not help: %s', (status, isRefused) => {
		expect(refusesActivation(contextOf('activate'), answered(status))).toBe(isRefused);
	});

	it('is refused for a wrong address or parameter, and not for what passes', () => {
		const wrong = answered('500');
		wrong.context.wrongAddress = true;
		const thrown = [wrong, new NodeOperationError(node, 'No'), new Error('No')];
		expect(thrown.map((error) => refusesActivation(contextOf('activate'), error))).toEqual([
			true,
			true,
			false,
		]);
	});

	it.each([
		['init', false],
		['leadershipChange', false],
		['update', true],
		['manual', true],
	])('by %s is refused only where a person reads it: %s', (mode, isRefused) => {
		expect(refusesActivation(contextOf(mode), answered('401'))).toBe(isRefused);
	});
});
