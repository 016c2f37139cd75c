import { byId } from '../operations/tenant';
import { openTenant } from './watch';
import type { OpenTenant } from './watch';

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

it.each([
	[{ options: { testEvents: '={{ 1e9 }}' } }, "'Number of Test Events'"],
	[{ options: { testEvents: 101 } }, "'Number of Test Events'"],
	[{ options: { overlapMinutes: '={{ 1e300 }}' } }, "'Overlap (Minutes)'"],
	[{ options: { overlapMinutes: 61 } }, "'Overlap (Minutes)'"],
	[{ options: { overlapMinutes: '={{ null }}' } }, "'Overlap (Minutes)'"],
	[{ options: { maxEvents: 10_001 } }, "'Maximum Events per Check'"],
	[{ options: { maxEvents: 1.5 } }, "'Maximum Events per Check'"],
	[{ options: { ignoreOlderThanHours: 87_601 } }, "'Ignore Older Than (Hours)'"],
	[{ options: { ignoreOlderThanHours: "={{ '' }}" } }, "'Ignore Older Than (Hours)'"],
	[{ startFrom: '={{ "Date" }}' }, "'Start From'"],
	[{ startFrom: 'date', startDate: '={{ null }}' }, "'Start Date'"],
	[{ startFrom: 'date', startDate: '12:30' }, "'Start Date'"],
	[{ triggerOn: 'CANDIDATE_CREATED' }, "'Trigger On'"],
	[{ triggerOn: '' }, "'Trigger On'"],
	[{ triggerOn: '={{ null }}' }, "'Trigger On'"],
	[{ actions: '={{ null }}' }, "'Action Names or IDs'"],
	[{ actions: 'A;B' }, "'Action Names or IDs'"],
	[{ filters: { excludeUserIds: '={{ null }}' } }, "'Exclude User Names or IDs'"],
	[{ filters: { excludeUserIds: 'bot@acme.com' } }, "'Exclude User Names or IDs'"],
	[{ filters: { userId: byId('={{ null }}') } }, "'Actor'"],
	[{ filters: { entityType: '={{ null }}' } }, "'Entity Type'"],
	[{ filters: { entityType: "={{ '' }}" } }, "'Entity Type'"],
	[{ filters: { entityId: "={{ ' ' }}" } }, "'Entity ID'"],
	[{ filters: { userId: byId("={{ '' }}") } }, "'Actor'"],
	[{ filters: { excludeUserIds: "={{ '' }}" } }, "'Exclude User Names or IDs'"],
])('%j is refused before any request', async (parameters, displayName) => {
	await expect(tenant.activate(parameters).check()).rejects.toThrow(displayName);
	expect(tenant.sandbox.requests).toEqual([]);
});

it('actions that were not found are not to be removed: the trigger always shows that field', async () => {
	const checking = tenant.activate({ actions: '={{ null }}' }).check();
	await expect(checking).rejects.toMatchObject({
		message: "'Action Names or IDs' is empty",
		description:
			"Enter a value, or check that the expression in 'Action Names or IDs' returns one. For all actions, set 'Trigger On' to Any Action.",
	});
});

it('the trigger leaves out what a user with a number as ID did, so that a workflow does not start itself', async () => {
	const trigger = tenant.activate({ filters: { excludeUserIds: ['42'] } });
	await trigger.check();
	tenant.sandbox.rewriteAnswer = (answer) => ({
		...answer,
		body: answer.body.replaceAll('"usr-bot"', '42'),
	});
	const at = new Date(Date.now() - 1000).toISOString();
	tenant.sandbox.tenant.addEvents([
		{ id: 'own', user_id: 'usr-bot', created_at: at },
		{ id: 'other', user_id: 'usr-ada', created_at: at },
	]);
	expect(await trigger.check()).toEqual(['other']);
});
