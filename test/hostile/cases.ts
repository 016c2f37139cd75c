import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Fault } from '../../sandbox';
import type { Order } from './invariants';
import { LIE_NAMES, RESPELLINGS } from './lies';
import type { HostileCase, Person } from './stage';

/** What one case lets the node do: its panel, its input, and what that asks for. */
export interface Task {
	parameters: INodeParameters;
	input: IDataObject[];
	order: Order;
	onError: 'continueRegularOutput' | 'stopWorkflow';
}

const ROLES = ['Administrator', 'HiringManager', 'Interviewer', 'Recruiter'];

const EMAILS = [
	'ada@acme.example',
	'jos\u00e9@acme.example',
	'grace@b\u00fccher.example',
	'alan.turing@acme.example',
	'mary_ann@acme.example',
	"o'neil@acme.example",
	'kay@acme.example',
];

const people: fc.Arbitrary<Person[]> = fc
	.subarray(EMAILS, { minLength: 1 })
	.chain((emails) =>
		fc.tuple(
			...emails.map((email, index) =>
				fc
					.constantFrom(...ROLES, 'Recruiter', 'Recruiter')
					.map((role) => ({ id: `usr-${index}`, email, role })),
			),
		),
	);

/** Up to three lies at a time. */
export const deceptionsOf = (lies: string[]) =>
	fc.array(
		fc.record({
			lie: fc.constantFrom(...lies),
			variant: fc.nat(40),
			to: fc.oneof(
				fc.constantFrom<'all' | 'changes' | 'reads'>('all', 'changes', 'reads'),
				fc.nat(6),
			),
		}),
		{ maxLength: 3 },
	);

const FAULTS: Fault[] = [
	{ type: 'drop' },
	{ type: 'drop', acted: true },
	{ type: 'drop', midway: true },
	{ type: 'truncated' },
	{ type: 'empty' },
	{ type: 'status', status: 503 },
	{ type: 'status', status: 503, acted: true },
	{ type: 'status', status: 404, body: 'text', message: 'default backend - 404' },
	{ type: 'wrongShape', body: { success: true } },
	{ type: 'html' },
];

/** Slow, so they are rare. */
const SLOW: Fault[] = [
	{ type: 'hang' },
	{ type: 'hang', acted: true },
	{ type: 'trickle', part: 'body', everyMs: 20 },
	{ type: 'trickle', part: 'headers', everyMs: 20 },
];

/** A fault of the connection, if any. */
export const fault = fc.option(
	fc.record({
		fault: fc.oneof(
			{ weight: 30, arbitrary: fc.constantFrom(...FAULTS) },
			{ weight: 1, arbitrary: fc.constantFrom(...SLOW) },
		),
		after: fc.nat(5),
		times: fc.integer({ min: 1, max: 3 }),
	}),
	{ nil: undefined },
);

/** A server with these people, which lies and fails. */
export const hostileCase: fc.Arbitrary<HostileCase> = fc.record({
	people,
	deceptions: deceptionsOf(LIE_NAMES),
	fault,
});

const onError = fc.constantFrom<Task['onError']>('continueRegularOutput', 'stopWorkflow');

/** An order that allows no change. */
export const NOBODY: Order = {
	deactivates: 'nobody',
	named: [],
	invites: [],
	repeats: false,
	listed: [],
	protectedRoles: [],
	protectedEmails: [],
	maxDeactivations: Infinity,
	maxInvitations: Infinity,
};

/** Mostly as PeopleLens has it; sometimes as people really write it. */
const spelled = (email: string): fc.Arbitrary<string> =>
	fc.oneof(
		{ weight: 3, arbitrary: fc.constant(email) },
		{ weight: 2, arbitrary: fc.constantFrom(...RESPELLINGS).map((spell) => spell(email)) },
	);

/** What an expression may give where a text is wanted. */
const nonsense = fc.constantFrom<IDataObject['x']>(
	null,
	'',
	' ',
	5,
	true,
	[],
	['usr-1'],
	{},
	{ id: 'usr-1' },
	'me',
	'.',
	'..',
	'*',
	'usr-1,usr-2',
);

const reference = (pool: Person[]) =>
	fc.oneof(
		{
			weight: 4,
			arbitrary: fc.constantFrom(...pool).map(({ id }) => ({ by: 'id' as const, value: id })),
		},
		{
			weight: 4,
			arbitrary: fc
				.constantFrom(...pool)
				.chain(({ email }) => spelled(email))
				.map((value) => ({ by: 'email' as const, value })),
		},
		{
			weight: 1,
			arbitrary: fc.record({ by: fc.constantFrom<'id' | 'email'>('id', 'email'), value: nonsense }),
		},
	);

/** How a panel, or an expression in it, may say which roles are protected. */
const PROTECTIONS: Array<{ value: unknown; roles: string[] | 'unclear' }> = [
	{ value: ['Administrator'], roles: ['Administrator'] },
	{ value: 'Administrator', roles: ['Administrator'] },
	{ value: 'administrator ', roles: ['Administrator'] },
	{ value: ['Administrator', 'HiringManager'], roles: ['Administrator', 'HiringManager'] },
	{ value: 'Admin', roles: 'unclear' },
	{ value: '["Administrator"]', roles: 'unclear' },
	{ value: 'Administrator; Recruiter', roles: 'unclear' },
	{ value: { role: 'Administrator' }, roles: 'unclear' },
	{ value: [['Administrator']], roles: 'unclear' },
	{ value: [{ name: 'Administrator' }], roles: 'unclear' },
	{ value: '\uff21dministrator', roles: 'unclear' },
	{ value: 'Administrator\u200b', roles: 'unclear' },
	{ value: '', roles: 'unclear' },
	{ value: null, roles: 'unclear' },
	{ value: 5, roles: 'unclear' },
];

/** An expression that gives the same value for every item. */
const expression = (value: unknown) => `={{ ${JSON.stringify(value)} }}`;

/** What can't be understood must protect everybody: any role at all then breaks the law. */
const rolesOf = (roles: string[] | 'unclear') => (roles === 'unclear' ? ROLES : roles);

export const deactivateTask = (pool: Person[]): fc.Arbitrary<Task> =>
	fc
		.record({
			who: fc.array(reference(pool), { minLength: 1, maxLength: 3 }),
			protection: fc.option(fc.constantFrom(...PROTECTIONS), { nil: undefined, freq: 3 }),
			ifNotFound: fc.constantFrom('fail', 'continue'),
			onError,
		})
		.map(({ who, protection, ifNotFound, onError: whenFailing }) => ({
			onError: whenFailing,
			input: who.map(({ by, value }) => ({ by, value })),
			parameters: {
				resource: 'user',
				operation: 'deactivate',
				userId: { __rl: true, mode: who[0].by, value: '={{ $json.value }}' },
				options: {
					ifNotFound,
					...(protection && { protectedRoles: expression(protection.value) }),
				},
			},
			order: {
				...NOBODY,
				deactivates: 'named' as const,
				named: who.map(({ value }) => ({
					by: typeof value === 'string' && value.includes('@') ? ('email' as const) : who[0].by,
					value: String(value),
				})),
				protectedRoles: protection ? rolesOf(protection.roles) : [],
			},
		}));

const invitation = fc.record({
	email: fc.constantFrom(...EMAILS, 'new@acme.example', 'new@acme.example').chain(spelled),
	firstName: fc.constantFrom('Ada', 'Grace'),
	lastName: fc.constantFrom('Lovelace', 'Hopper'),
	role: fc.constantFrom<unknown>('Recruiter', 'Interviewer', '', null, 'Admin', ['Recruiter']),
});

/** Names of an item's own fields, by which Sync understands them. */
const ITEM_FIELDS = [
	['email', 'firstName', 'lastName', 'role'],
	['email', 'first_name', 'last_name', 'role'],
	['Email', 'First Name', 'Last Name', 'Role'],
];

const INVITATION_FIELDS = {
	email: '={{ $json.email }}',
	firstName: '={{ $json.firstName }}',
	lastName: '={{ $json.lastName }}',
	role: '={{ $json.role }}',
};

export const inviteTask: fc.Arbitrary<Task> = fc
	.record({
		operation: fc.constantFrom('create', 'findOrCreate'),
		people: fc.array(invitation, { minLength: 1, maxLength: 4 }),
		onRoleDifference: fc.constantFrom('ignore', 'flag', 'fail'),
		onError,
	})
	.map(({ operation, people: wanted, onRoleDifference, onError: whenFailing }) => ({
		onError: whenFailing,
		input: wanted as IDataObject[],
		parameters: {
			resource: 'user',
			operation,
			...INVITATION_FIELDS,
			...(operation === 'findOrCreate' && { options: { onRoleDifference } }),
		},
		order: {
			...NOBODY,
			invites: wanted.map(({ email }) => email),
			repeats: operation === 'create',
		},
	}));

export const readTask = (pool: Person[]): fc.Arbitrary<Task> =>
	fc
		.record({
			operation: fc.constantFrom<[string, string]>(
				['user', 'get'],
				['user', 'getAll'],
				['auditLog', 'getAll'],
			),
			who: reference(pool),
			filters: fc.record(
				{
					email: fc.constantFrom<unknown>(...EMAILS, '', null),
					role: fc.constantFrom<unknown>('Recruiter', 'Admin', null, ['Recruiter']),
					search: fc.constantFrom<unknown>('ada', '', null),
					entityType: fc.constantFrom<unknown>('candidate', '', 5),
					actions: fc.constantFrom<unknown>(['USER_LOGIN'], 'A;B', '["A"]', null, {}),
					excludeUserIds: fc.constantFrom<unknown>(['usr-1'], 'ada@acme.example', null, {}),
				},
				{ requiredKeys: [] },
			),
			returnAll: fc.boolean(),
			includeActor: fc.boolean(),
			onError,
		})
		.map(
			({
				operation: [resource, operation],
				who,
				filters,
				returnAll,
				includeActor,
				onError: whenFailing,
			}) => ({
				onError: whenFailing,
				input: [who as IDataObject],
				parameters: {
					resource,
					operation,
					...(operation === 'get' && {
						userId: { __rl: true, mode: who.by, value: '={{ $json.value }}' },
					}),
					...(operation === 'getAll' && {
						returnAll,
						filters: Object.fromEntries(
							Object.entries(filters).map(([name, value]) => [name, expression(value)]),
						),
					}),
					...(resource === 'auditLog' && { options: { includeActor } }),
				},
				order: NOBODY,
			}),
		);

export const syncTask = (pool: Person[]): fc.Arbitrary<Task> =>
	fc
		.record({
			listed: fc
				.subarray([...pool.map(({ email }) => email), 'new@acme.example'], { minLength: 1 })
				.chain((emails) => fc.tuple(...emails.map(spelled))),
			mode: fc.constantFrom('apply', 'apply', 'apply', 'preview', '={{ "apply" }}'),
			people: fc.constantFrom(
				'fields',
				'fields',
				'fields',
				'input',
				'input',
				'input',
				'={{ "input" }}',
			),
			names: fc.constantFrom(...ITEM_FIELDS),
			junk: fc.oneof(
				{ weight: 5, arbitrary: fc.constant(undefined) },
				{ weight: 1, arbitrary: nonsense },
			),
			createMissing: fc.boolean(),
			deactivateExtra: fc.constantFrom<unknown>(true, true, true, false, '={{ "yes" }}'),
			maxDeactivations: fc.constantFrom(0, 1, 10),
			maxInvitations: fc.constantFrom(0, 1, 100),
			protection: fc.option(fc.constantFrom(...PROTECTIONS), { nil: undefined }),
			protectedEmail: fc.option(fc.constantFrom(...EMAILS).chain(spelled), { nil: undefined }),
			onError,
		})
		.map((chosen) => {
			const isApplied = chosen.mode === 'apply' && ['fields', 'input'].includes(chosen.people);
			const isMapped = chosen.people === 'fields';
			const [email, firstName, lastName, role] = isMapped ? ITEM_FIELDS[0] : chosen.names;
			const input: IDataObject[] = chosen.listed.map((address) => ({
				[email]: address,
				[firstName]: 'Ada',
				[lastName]: 'Lovelace',
				[role]: '',
			}));
			// Somebody is on the list of whom nothing can be told, so that everybody may be meant.
			const isUnderstood = chosen.junk === undefined;
			if (!isUnderstood) input.push({ ...input[0], [email]: chosen.junk });
			return {
				onError: chosen.onError,
				input,
				parameters: {
					resource: 'user',
					operation: 'sync',
					mode: chosen.mode,
					people: chosen.people,
					...(isMapped && INVITATION_FIELDS),
					createMissing: chosen.createMissing,
					deactivateExtra: chosen.deactivateExtra as boolean,
					options: {
						maxDeactivations: chosen.maxDeactivations,
						maxInvitations: chosen.maxInvitations,
						...(chosen.protection && {
							protectedRoles: expression(chosen.protection.value),
						}),
						...(chosen.protectedEmail !== undefined && { protectedEmails: chosen.protectedEmail }),
					},
				},
				order: {
					...NOBODY,
					deactivates:
						isApplied && isUnderstood && chosen.deactivateExtra === true
							? ('unlisted' as const)
							: ('nobody' as const),
					invites: isApplied && chosen.createMissing ? chosen.listed : [],
					listed: chosen.listed,
					protectedRoles: chosen.protection ? rolesOf(chosen.protection.roles) : ['Administrator'],
					protectedEmails: chosen.protectedEmail === undefined ? [] : [chosen.protectedEmail],
					maxDeactivations: chosen.maxDeactivations,
					maxInvitations: chosen.maxInvitations,
				},
			};
		});

/** Any task of the node on any server. */
export const anyTask: fc.Arbitrary<{ server: HostileCase; task: Task }> = hostileCase.chain(
	(server) =>
		fc
			.oneof(
				{ weight: 3, arbitrary: deactivateTask(server.people) },
				{ weight: 2, arbitrary: inviteTask },
				{ weight: 2, arbitrary: readTask(server.people) },
				{ weight: 4, arbitrary: syncTask(server.people) },
			)
			.map((task) => ({ server, task })),
);
