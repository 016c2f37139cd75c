import { loadOutputSchema } from 'n8n-core/dist/nodes-loader/output-schema-resolver';

import { PeopleLensTrigger } from '../../nodes/PeopleLens/PeopleLensTrigger.node';
import { createHost } from '../support/n8n';
import { join, repositoryRoot } from '../support/node';

/** The workflows of users name these: whatever changes here breaks them. */
const { description } = new PeopleLensTrigger();

it('the trigger keeps the name, and asks for the same credential as the node', () => {
	expect(description).toMatchObject({
		name: 'peopleLensTrigger',
		displayName: 'PeopleLens Trigger',
		version: 1,
		polling: true,
	});
	expect(description.credentials).toMatchObject([{ name: 'peopleLensApi', required: true }]);
});

it('the trigger keeps its parameters and their defaults', () => {
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
		triggerOn: 'chosen',
		actions: [],
		filters: {
			entityType: '',
			entityId: '',
			userId: { mode: 'list', value: '' },
			excludeUserIds: [],
		},
		startFrom: 'now',
		startDate: '',
		options: {
			maxEvents: 1000,
			overlapMinutes: 5,
			ignoreOlderThanHours: 0,
			includeActor: false,
			testEvents: 3,
		},
	});
});

const triggerOn = description.properties.find(({ name }) => name === 'triggerOn');
const choices = triggerOn?.options?.map((option) => ('value' in option ? option : undefined)) ?? [];

it('the trigger keeps the values of Trigger On', () => {
	const values = choices.map((choice) => choice?.value);
	expect(values).toEqual(['chosen', 'any', 'CANDIDATE_DELETED', 'USER_LOGIN']);
});

/** What n8n's editor looks for: a trigger's property with this very label, and options in it. */
it("n8n's node creator lists each choice of Trigger On as an action of its own", () => {
	expect(description.displayName).toMatch(/Trigger/);
	expect(triggerOn).toMatchObject({ displayName: 'Trigger On', type: 'options' });
	const actions = choices.map((choice) => choice?.action);
	expect(actions).toContain('On candidate deleted');
	expect(actions.every((action) => /^On [a-z ]+$/.test(String(action)))).toBe(true);
});

/**
 * n8n's editor refuses schemas of triggers. n8n's assistant reads them, and looks for one by folder
 * and version: both triggers would get the same, and it would be wrong for one of them.
 */
it('the trigger has no output schema, which the webhook trigger in the same folder would get as well', () => {
	const nodeDir = join(repositoryRoot, 'nodes/PeopleLens');
	const schema = { nodeDir, version: 1 };
	expect(loadOutputSchema(schema)).toBeUndefined();
	expect(loadOutputSchema({ ...schema, versionFallback: true })).toBeUndefined();
});

it.each([
	[{}, 'Any action'],
	[{ actions: [] }, 'Any action'],
	[{ actions: ['CANDIDATE_DELETED'] }, 'CANDIDATE_DELETED'],
	[{ actions: ['CANDIDATE_DELETED', 'USER_LOGIN'] }, '2 actions'],
	[{ actions: '=CANDIDATE_DELETED' }, 'CANDIDATE_DELETED'],
	[{ triggerOn: 'chosen', actions: ['USER_LOGIN'] }, 'USER_LOGIN'],
	[{ triggerOn: 'any', actions: ['USER_LOGIN'] }, 'Any action'],
	[{ triggerOn: 'CANDIDATE_DELETED', actions: ['USER_LOGIN'] }, 'CANDIDATE_DELETED'],
])('the trigger says on the canvas what it waits for: %j', (parameters, words) => {
	const { workflow, node } = createHost(new PeopleLensTrigger(), { parameters });
	const shown = workflow.expression.getSimpleParameterValue(
		node,
		description.subtitle,
		'internal',
		{},
	);
	expect(shown).toBe(words);
});
