import type { Behaviour } from '../../sandbox/behaviour';
import type { Sandbox } from '../../sandbox/index';
import type { RecordedRequest } from '../../sandbox/http/recordedRequest';
import type { SandboxUser } from '../../sandbox/tenant/users';
import { checkTenant, heldTime, NEW_EMAIL, startTenant } from './tenant';

let sandbox: Sandbox;
afterEach(async () => await sandbox.stop());

async function write(behaviour: Partial<Behaviour> = {}, prepare: () => void = () => {}) {
	sandbox = await startTenant(behaviour);
	prepare();
	return await checkTenant(sandbox, { writeEmail: NEW_EMAIL }, heldTime(sandbox));
}

const sent = (method: string) => sandbox.requests.filter((request) => request.method === method);

/** Everybody who was there before is as active as before. */
function expectOthersUntouched(): void {
	const others = sandbox.tenant.users.filter(({ email }) => email !== NEW_EMAIL);
	expect(others.filter(({ state }) => state === 'active')).toHaveLength(60);
}

it('the person is invited, and is deactivated in the end', async () => {
	const { written, facts } = await write();
	expect(written).toBe('deactivated');
	expect(facts.unfinished).toEqual([]);
	expect(sandbox.tenant.people.withEmail(NEW_EMAIL)).toMatchObject({
		state: 'deactivated',
		role: 'Interviewer',
	});
	expectOthersUntouched();
});

it('somebody who has that address already is not touched, whatever its capitals', async () => {
	const { written } = await write({ emailFilter: 'ignoreCase' }, () =>
		sandbox.tenant.addUser({ email: NEW_EMAIL.toUpperCase() }),
	);
	expect(written).toBe('alreadyThere');
	expect([...sent('POST'), ...sent('DELETE')]).toEqual([]);
});

it('nothing is sent where looking up an email shows nothing', async () => {
	const { written } = await write({ emailFilter: 'ignored' });
	expect(written).toBe('notSafe');
	expect([...sent('POST'), ...sent('DELETE')]).toEqual([]);
});

it('nobody is deactivated when PeopleLens answers an invitation with somebody else', async () => {
	const { written } = await write({ invitedListed: false }, () => {
		const other = sandbox.tenant.users[3];
		sandbox.rewriteAnswer = (answer, { method }) =>
			method === 'POST' && answer.status === 201
				? { ...answer, body: JSON.stringify({ id: other.id, email: other.email }) }
				: answer;
	});
	expect(written).toBe('leftInvited');
	expect(sent('DELETE')).toEqual([]);
	expectOthersUntouched();
});

it('nobody is deactivated when the existing person is answered whom the look-up did not show', async () => {
	// Capitals differ, so the exact look-up finds nobody, and PeopleLens answers with who is there.
	const { written } = await write({ conflictStatus: 200 }, () =>
		sandbox.tenant.addUser({ email: NEW_EMAIL.toUpperCase() }),
	);
	expect(sandbox.tenant.people.withEmail(NEW_EMAIL)?.state).toBe('active');
	expect(sent('DELETE')).toEqual([]);
	expect(written).not.toBe('deactivated');
});

const SECOND_TRIES = [
	['the same invitation again', 'again', 409],
	['an invitation without email', 'withoutEmail', 422],
] as const;

/** A PeopleLens that takes an invitation which it should turn down, and answers with this. */
function accept(status: number, answer: (made: SandboxUser) => unknown): { made?: SandboxUser } {
	const seen: { made?: SandboxUser } = {};
	sandbox.rewriteAnswer = (right, { method, body }) => {
		if (method !== 'POST' || right.status !== status) return right;
		const { first_name, last_name } = JSON.parse(body) as SandboxUser;
		const other = { email: 'second@acme.example', first_name, last_name };
		seen.made = sandbox.tenant.addUser({ ...other, state: 'invited' });
		return { ...right, status: 201, body: JSON.stringify(answer(seen.made)) };
	};
	return seen;
}

it.each(SECOND_TRIES)(
	'whoever is made by %s is deactivated, too',
	async (_name, _which, status) => {
		let seen: { made?: SandboxUser } = {};
		const { written, left } = await write({}, () => {
			seen = accept(status, ({ id, first_name, last_name }) => ({ id, first_name, last_name }));
		});
		expect(seen.made?.state).toBe('deactivated');
		expect(written).toBe('deactivated');
		expect(left).toEqual([]);
		expect(sandbox.tenant.people.withEmail(NEW_EMAIL)?.state).toBe('deactivated');
	},
);

it('whoever is made without an answer that says so is found in the list, and deactivated', async () => {
	let seen: { made?: SandboxUser } = {};
	const { left } = await write({}, () => {
		seen = accept(422, () => ({ success: true }));
	});
	expect(seen.made?.state).toBe('deactivated');
	expect(left).toEqual([]);
});

it.each(SECOND_TRIES)(
	'somebody else who is answered to %s is not touched, and it is said that somebody may be left',
	async (_name, attempt, status) => {
		const other = () => sandbox.tenant.users[3];
		// The list shows no names, so nobody in it is surely a product of this check.
		const { written, left } = await write({}, () => {
			accept(status, () => ({ id: other().id, email: NEW_EMAIL }));
			const answered = sandbox.rewriteAnswer;
			sandbox.rewriteAnswer = (right, request) =>
				request.method === 'GET' && request.path.endsWith('/users') && right.status === 200
					? { ...right, body: withoutNames(right.body) }
					: (answered?.(right, request) ?? right);
		});
		expect(other().state).toBe('active');
		expect(written).toBe('deactivated');
		expect(left).toEqual([{ attempt }]);
		expectOthersUntouched();
	},
);

it('a second user who can not be deactivated is named', async () => {
	const { left } = await write({}, () => {
		const seen = accept(409, ({ id, first_name, last_name }) => ({ id, first_name, last_name }));
		const match = ({ method, path }: RecordedRequest) =>
			method === 'DELETE' && seen.made !== undefined && path.endsWith(seen.made.id);
		sandbox.inject({ type: 'status', status: 403 }, { match, times: 5 });
	});
	const { id } = sandbox.tenant.people.withEmail('second@acme.example') ?? {};
	expect(left).toEqual([{ attempt: 'again', id }]);
});

it.each(SECOND_TRIES)(
	'when the answer to %s is lost, the list shows whether somebody was made',
	async (_name, attempt) => {
		const isOne = ({ method, body }: RecordedRequest) =>
			method === 'POST' &&
			(attempt === 'withoutEmail'
				? !body.includes(NEW_EMAIL)
				: sent('POST').filter((request) => request.body === body).length === 2);
		const { written, left } = await write({}, () =>
			sandbox.inject({ type: 'status', status: 500 }, { match: isOne }),
		);
		expect(written).toBe('deactivated');
		expect(left).toEqual([]);
	},
);

const withoutNames = (body: string) => {
	const { data } = JSON.parse(body) as { data: SandboxUser[] };
	return JSON.stringify({ data: data.map(({ id, email, role }) => ({ id, email, role })) });
};

it('a refused invitation leaves nothing behind', async () => {
	const { written, facts } = await write({}, () =>
		sandbox.keys.grant(sandbox.apiKey, ['users:read', 'auditLogs:read']),
	);
	expect(written).toBe('refused');
	expect(facts.createStatus).toBe(403);
	expect(sent('DELETE')).toEqual([]);
});

it('an invitation whose answer is lost is not sent again, and reported as left behind', async () => {
	const { written } = await write({}, () =>
		sandbox.inject({ type: 'drop', acted: true }, { match: ({ method }) => method === 'POST' }),
	);
	expect(written).toBe('leftInvited');
	expect(sent('POST')).toHaveLength(1);
	expect(sent('DELETE')).toEqual([]);
});

it('an invitation that gets 429 is sent again, and is the only one', async () => {
	const { written } = await write({}, () =>
		sandbox.inject(
			{ type: 'status', status: 429, retryAfterSeconds: 0 },
			{ match: ({ method }) => method === 'POST' },
		),
	);
	expect(written).toBe('deactivated');
	expectOthersUntouched();
});

it('a deactivation that does not work is reported as left behind', async () => {
	const { written } = await write({}, () =>
		sandbox.inject(
			{ type: 'status', status: 500 },
			{ match: ({ method }) => method === 'DELETE', times: 5 },
		),
	);
	expect(written).toBe('leftInvited');
	expect(sandbox.tenant.people.withEmail(NEW_EMAIL)?.state).toBe('invited');
});

it.each([{ sortOrder: 'oldest' }, { sortOrder: 'arbitrary-stable', pageCap: 10 }] as const)(
	'the invitation is found in the log whatever its order and page length: %j',
	async (behaviour) => {
		expect((await write(behaviour)).facts.invitationLogged).toBe(true);
	},
);
