import { PeopleLensWebhookApi } from '../../credentials/PeopleLensWebhookApi.credentials';
import { PeopleLensWebhookTrigger } from '../../nodes/PeopleLens/PeopleLensWebhookTrigger.node';
import { createHost, runCredentialTest } from '../support/n8n';

/** The workflows of users name these: whatever changes here breaks them. */
const trigger = new PeopleLensWebhookTrigger();
const { description } = trigger;
const events = description.properties.find(({ name }) => name === 'events');

it('the webhook trigger keeps its name, credential, path and method', () => {
	expect(description).toMatchObject({
		name: 'peopleLensWebhookTrigger',
		displayName: 'PeopleLens Webhook Trigger',
		version: 1,
		webhooks: [
			{ name: 'default', httpMethod: 'POST', path: 'webhook', responseMode: 'onReceived' },
		],
	});
	expect(description.credentials).toMatchObject([{ name: 'peopleLensWebhookApi', required: true }]);
});

it('the webhook trigger keeps its parameters and their defaults', () => {
	const defaults = description.properties
		.filter(({ type }) => type !== 'notice')
		.map(({ name, default: value, type, options = [] }) => [
			name,
			type === 'collection'
				? Object.fromEntries(
						options.map((option) => [option.name, 'default' in option && option.default]),
					)
				: value,
		]);
	expect(Object.fromEntries(defaults)).toEqual({
		events: [],
		filters: { candidateId: '', jobId: '' },
		options: { ignoreRepeated: true, maxAgeMinutes: 0 },
	});
});

it('the credential keeps its name and its fields', () => {
	const { name, displayName, properties } = new PeopleLensWebhookApi();
	expect([name, displayName]).toEqual(['peopleLensWebhookApi', 'PeopleLens Webhook API']);
	const secrets = properties.filter(({ type }) => type !== 'notice');
	expect(secrets).toMatchObject([
		{ name: 'webhookSecret', required: true, typeOptions: { password: true } },
		{ name: 'previousWebhookSecret', typeOptions: { password: true } },
	]);
});

it('all 13 kinds of events are offered, by name, in alphabetical order', () => {
	const options = events?.options?.map((option) => ('value' in option ? option : undefined)) ?? [];
	expect(options.map((option) => option?.value).sort()).toEqual([
		'candidate.created',
		'candidate.deleted',
		'candidate.stage_changed',
		'candidate.status_changed',
		'candidate.updated',
		'interview.decision',
		'interview.human_scored',
		'interview.invited',
		'interview.scheduled',
		'job.closed',
		'job.created',
		'job.updated',
		'scorecard.generated',
	]);
	const names = options.map((option) => option?.name);
	expect(names).toEqual([...names].sort());
});

/** What n8n's editor looks for: a property labelled "Events" of a trigger, with options in it. */
it("n8n's node creator lists every event as an action of its own", () => {
	expect(description.displayName).toMatch(/Trigger/);
	expect(events).toMatchObject({ displayName: 'Events', type: 'multiOptions' });
	const actions = events?.options?.map((option) => 'action' in option && option.action);
	expect(actions).toContain('On candidate stage changed');
	expect(actions?.every((action) => /^On [a-z ]+$/.test(String(action)))).toBe(true);
});

it('the webhook is registered by hand, so activating and deactivating asks nobody', async () => {
	const { checkExists, create, delete: remove } = trigger.webhookMethods.default;
	expect([await checkExists(), await create(), await remove()]).toEqual([true, true, true]);
});

it.each([
	[[], 'Any event'],
	[['job.closed'], 'job.closed'],
	[['job.closed', 'job.created'], '2 events'],
	['=job.closed', 'job.closed'],
	['={{ ["job.closed", "job.created"] }}', '2 events'],
	['={{ null }}', 'Any event'],
])('the webhook trigger says on the canvas what it waits for: %p', (chosen, words) => {
	const { workflow, node } = createHost(trigger, { parameters: { events: chosen } });
	const { subtitle } = description;
	const shown = workflow.expression.getSimpleParameterValue(node, subtitle, 'internal', {});
	expect(shown).toBe(words);
});

describe('the test of the credential', () => {
	const test = trigger.methods.credentialTest.peopleLensWebhookApiTest;
	const GOOD = 'dummy-webhook-example';

	it.each([
		[{ webhookSecret: GOOD }],
		[{ webhookSecret: ` ${GOOD}\n` }],
		[{ webhookSecret: GOOD, previousWebhookSecret: '' }],
		[{ webhookSecret: GOOD, previousWebhookSecret: 'dummy-old-example' }],
		[{ webhookSecret: 'schlüssel-🔑' }],
		[{ webhookSecret: '8-digits' }],
	])('finds nothing wrong with %j', async (data) => {
		const message = 'The secret is complete. The first event shows whether it is the right one.';
		expect(await runCredentialTest(test, data)).toEqual({ status: 'OK', message });
	});

	it.each([
		[{}, "'Webhook Secret' is empty"],
		[{ webhookSecret: ' \n' }, "'Webhook Secret' is empty"],
		[{ webhookSecret: '', previousWebhookSecret: GOOD }, "'Webhook Secret' is empty"],
		[{ webhookSecret: 'short' }, "'Webhook Secret' has fewer than 8 characters"],
		[{ webhookSecret: 'dummy webhook example' }, "'Webhook Secret' has a space"],
		[{ webhookSecret: 'dummy-web\u200bhook' }, "'Webhook Secret' has a space"],
		[{ webhookSecret: GOOD, previousWebhookSecret: 'x' }, "'Previous Webhook Secret' has fewer"],
		[{ webhookSecret: GOOD, previousWebhookSecret: `${GOOD} ` }, 'is the same as'],
	])('says what cannot be right with %j', async (data, message) => {
		const result = await runCredentialTest(test, data);
		expect(result).toEqual({ status: 'Error', message: expect.stringContaining(message) });
		expect(result.message).not.toContain(GOOD);
	});
});
