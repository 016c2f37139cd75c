import type { Behaviour } from '../../sandbox/behaviour';
import type { Sandbox } from '../../sandbox/index';
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
