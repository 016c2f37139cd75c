import type { INodeParameters } from 'n8n-workflow';

import { checkAge } from '../../nodes/PeopleLens/webhook/age';
import { deliver } from './deliver';
import { startWebhookHost } from './host';
import type { WebhookHost } from './host';

let host: WebhookHost;
const start = async (parameters: INodeParameters) => {
	host = await startWebhookHost({ parameters });
};
afterEach(async () => await host?.stop());

/** Delivers an event; tells whether it started an execution. */
async function isAccepted(body: object): Promise<boolean> {
	const before = host.executions.length;
	const { status, text } = await deliver(host, { body });
	expect(status).toBe(200);
	const isStarted = host.executions.length > before;
	const message = isStarted ? 'Accepted' : 'This workflow did not choose this event';
	expect(JSON.parse(text)).toEqual({ message });
	return isStarted;
}

const moved = (data: object) => ({ event: 'candidate.stage_changed', data });

describe('Events', () => {
	it.each<[INodeParameters, string, boolean]>([
		[{}, 'candidate.created', true],
		[{ events: [] }, 'a.future_event', true],
		[{ events: ['job.closed', 'candidate.created'] }, 'candidate.created', true],
		[{ events: ['job.closed'] }, 'candidate.created', false],
		[{ events: ['job.closed'] }, 'JOB.CLOSED', false],
		[{ events: '={{ ["job.closed"] }}' }, 'job.closed', true],
		[{ events: '={{ " job.closed" }}' }, 'job.closed', true],
		[{ events: '={{ [] }}' }, 'job.closed', true],
	])('%j and an event %s: %s', async (parameters, event, accepted) => {
		await start(parameters);
		expect(await isAccepted({ event })).toBe(accepted);
		expect(host.log).toHaveLength(accepted ? 0 : 1);
	});
});

describe('Filters', () => {
	it.each<[INodeParameters, object, boolean]>([
		[{ candidateId: 'can_7' }, moved({ candidate_id: 'can_7' }), true],
		[{ candidateId: ' can_7 ' }, moved({ candidate_id: 'can_7' }), true],
		[{ candidateId: 'can_7' }, moved({ candidate_id: 'can_8' }), false],
		[{ candidateId: 'can_7' }, moved({ candidate_id: 'CAN_7' }), false],
		[{ candidateId: 'can_7' }, moved({ id: 'can_7' }), true],
		[{ candidateId: 'can_7' }, moved({ candidate: { id: 'can_7' } }), true],
		[{ candidateId: 'can_7' }, { event: 'job.closed', data: { id: 'can_7' } }, false],
		[{ candidateId: 'can_7' }, { event: 'scorecard.generated', data: { id: 'can_7' } }, false],
		[{ candidateId: 'can_7' }, moved({}), false],
		[{ candidateId: 'can_7' }, { event: 'candidate.created' }, false],
		[{ candidateId: 'can_7' }, { event: 'candidate.created', data: ['can_7'] }, false],
		[{ candidateId: 'can_7' }, moved({ candidate_id: { id: 'can_7' } }), false],
		[{ candidateId: 7 }, moved({ candidate_id: 7 }), true],
		[{ candidateId: '7' }, moved({ candidate_id: 7 }), true],
		[{ candidateId: '={{ "can_" + 7 }}' }, moved({ candidate_id: 'can_7' }), true],
		[{ candidateId: '' }, moved({ candidate_id: 'can_7' }), true],
		[{ jobId: 'job_4' }, { event: 'job.closed', data: { id: 'job_4' } }, true],
		[{ jobId: 'job_4' }, moved({ candidate_id: 'can_7', job_id: 'job_4' }), true],
		[{ jobId: 'job_4' }, moved({ candidate_id: 'can_7', job_id: 'job_5' }), false],
		[{ jobId: 'job_4' }, moved({ id: 'job_4' }), false],
		[{ jobId: 'job_4', candidateId: 'can_8' }, moved({ id: 'can_7', job_id: 'job_4' }), false],
		[{ candidateId: 'undefined' }, { event: 'job.closed', data: {} }, false],
		[{ candidateId: 'true' }, moved({ candidate_id: true }), false],
	])('%j and %j: %s', async (filters, body, accepted) => {
		await start({ filters });
		expect(await isAccepted(body)).toBe(accepted);
	});
});

describe('a parameter that cannot be understood lets nothing through and says why:', () => {
	it.each<[INodeParameters, string]>([
		[{ events: '={{ null }}' }, "'Events' is not a list of events"],
		[{ events: '={{ "" }}' }, "'Events' is not a list of events"],
		[{ events: '={{ [" "] }}' }, "'Events' is not a list of events"],
		[{ events: '={{ {} }}' }, "'Events' is not a list of events"],
		[{ events: '={{ ["job.closed", null] }}' }, "'Events' is not a list of events"],
		[{ filters: { candidateId: '={{ null }}' } }, "'Candidate ID' is empty"],
		[{ filters: { candidateId: '={{ "" }}' } }, "'Candidate ID' is empty"],
		[{ filters: { candidateId: '={{ ["can_7"] }}' } }, "'Candidate ID' is empty"],
		[{ filters: { candidateId: '  ' } }, "'Candidate ID' is empty"],
		[{ filters: { jobId: '={{ $json.nothing }}' } }, "'Job ID' is empty"],
		[{ options: { maxAgeMinutes: '={{ "soon" }}' } }, "'Maximum Age (Minutes)' is not a number"],
		[{ options: { maxAgeMinutes: '={{ null }}' } }, "'Maximum Age (Minutes)' is not a number"],
		...['{{ undefined }}', '{{ $json.missing }}', '{{ " " }}', '{{ [] }}', '{{ false }}'].map(
			(expression): [{ options: { maxAgeMinutes: string } }, string] => [
				{ options: { maxAgeMinutes: `=${expression}` } },
				"'Maximum Age (Minutes)' is not a number",
			],
		),
		[{ options: { maxAgeMinutes: -1 } }, "'Maximum Age (Minutes)' is not a number"],
	])('%j', async (parameters, message) => {
		await start(parameters);
		expect((await deliver(host)).status).toBe(500);
		expect(host.executions).toEqual([]);
		expect(host.failedExecutions.map((error) => error.message)).toEqual([
			expect.stringContaining(message),
		]);
		expect(host.failedExecutions).toMatchObject([
			{ description: expect.stringMatching(/^(Choose|Enter) .* remove /) },
		]);
		// A stranger can't cause a failed execution.
		expect((await deliver(host, { secret: 'dummy-wrong-example' })).status).toBe(401);
		expect(host.failedExecutions).toHaveLength(1);
	});
});

describe.each([
	{ onError: 'continueRegularOutput' as const },
	{ onError: 'continueErrorOutput' as const },
	{ continueOnFail: true },
])('with %j, where n8n would run the workflow with an empty item', (setting) => {
	it("such a parameter refuses every delivery, and n8n's log has the reason", async () => {
		await start({ filters: { candidateId: '={{ null }}' } });
		Object.assign(host.node, setting);
		expect((await deliver(host)).status).toBe(500);
		expect([host.executions, host.failedExecutions]).toEqual([[], []]);
		expect(host.log).toEqual([
			expect.stringContaining(
				"(500), because 'On Error' would let every delivery through, and a parameter can't be used: 'Candidate ID' is empty. Enter an ID, or check the expression in 'Candidate ID': it must return one. To get the events of all, remove the filter.",
			),
		]);
		expect(host.log[0]).not.toContain('..');
	});

	it("an expression that n8n can't resolve does so, too", async () => {
		await start({ filters: { candidateId: "={{ $('No such node').first().json.id }}" } });
		Object.assign(host.node, setting);
		expect((await deliver(host)).status).toBe(500);
		expect([host.executions, host.failedExecutions]).toEqual([[], []]);
		expect(host.log).toEqual([expect.stringMatching(/can't be used: .*[^.]\.("|$)/)]);
		expect(host.log[0]).not.toMatch(/undefined|null|\n/);
	});
});

describe('Maximum Age', () => {
	const NOW = Date.UTC(2026, 2, 1, 10);

	it.each([
		['2026-03-01T10:00:00Z', undefined],
		['2026-03-01T09:45:00.000Z', undefined],
		['2026-03-01T09:44:59.999Z', 'tooOld'],
		['2026-03-01T10:15:00Z', undefined],
		['2026-03-01T10:15:00.001Z', 'tooFarAhead'],
		['2126-03-01T10:00:00Z', 'tooFarAhead'],
		['2026-03-01T11:00:00+01:00', undefined],
		['2026-03-01T15:30:00+0530', undefined],
		['2026-03-01T10:00:00', 'timestampUnreadable'],
		['2026-03-01', 'timestampUnreadable'],
		['2026', 'timestampUnreadable'],
		['1 March 2026 10:00 UTC', 'timestampUnreadable'],
		['2026-02-30T10:00:00Z', 'timestampUnreadable'],
		['2026-13-01T10:00:00Z', 'timestampUnreadable'],
		['', 'timestampUnreadable'],
		[String(NOW), 'timestampUnreadable'],
		[NOW, 'timestampUnreadable'],
		[null, 'timestampUnreadable'],
		[{}, 'timestampUnreadable'],
		[['2026-03-01T10:00:00Z'], 'timestampUnreadable'],
	])('of 15 minutes and a timestamp %j: %s', (timestamp, fault) => {
		expect(checkAge(timestamp, 15 * 60_000, NOW)).toBe(fault);
	});

	it('accepts what was just sent', async () => {
		await start({ options: { maxAgeMinutes: 15 } });
		const timestamp = new Date().toISOString();
		expect(await isAccepted({ event: 'job.closed', timestamp })).toBe(true);
	});

	it.each<[object, RegExp]>([
		[{ timestamp: '2026-03-01T10:00:00Z' }, /is older than 'Maximum Age/],
		[{ timestamp: '2126-03-01T10:00:00Z' }, /ahead of n8n's clock/],
		[{}, /no timestamp to compare/],
	])('refuses what PeopleLens signed at another time: %j', async (timestamp, reason) => {
		await start({ options: { maxAgeMinutes: 15 } });
		const answer = await deliver(host, { body: { event: 'job.closed', ...timestamp } });
		expect(answer).toEqual({ status: 401, text: 'Unauthorized' });
		expect([host.executions, host.failedExecutions]).toEqual([[], []]);
		expect(host.log).toEqual([expect.stringMatching(reason)]);
	});

	it('may come from an expression, as a text', async () => {
		await start({ options: { maxAgeMinutes: '={{ "15" }}' } });
		const timestamp = '2026-03-01T10:00:00Z';
		expect((await deliver(host, { body: { event: 'job.closed', timestamp } })).status).toBe(401);
		expect(host.failedExecutions).toEqual([]);
	});

	it('of 0, the default, accepts any age', async () => {
		await start({ options: { maxAgeMinutes: 0 } });
		expect(await isAccepted({ event: 'job.closed', timestamp: '1970-01-01T00:00:00Z' })).toBe(true);
	});
});
