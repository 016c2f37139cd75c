import type { INodeProperties } from 'n8n-workflow';

export const includeActorField: INodeProperties = {
	displayName: 'Include Actor',
	name: 'includeActor',
	type: 'boolean',
	default: false,
	description:
		'Whether to add the name, email and role of the person who did it, as actor. This takes up to one more request per person.',
};
