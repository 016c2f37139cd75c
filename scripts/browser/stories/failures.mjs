/** Something is not right, and the panel says in the author's own words what to do. */
import assert from 'node:assert/strict';
import { place } from '../creator.mjs';
import { setMode, userField } from '../locator.mjs';
import { executeForFailure } from '../outcome.mjs';

const UNKNOWN = 'usr-4711';
const NO_SUCH_USER =
	"No user with the ID 'usr-4711' in this PeopleLens tenant. Check 'User', or choose the user from the list.";
const KEY_REFUSED =
	"PeopleLens did not accept the API key. Copy the key again from PeopleLens, or create a new one there, and enter it as 'API Key' in the credential.";

export async function seeFailures({ page, sandbox, check, shot }) {
	await place(page, 'Get user');
	await check('an unknown ID is named, with what to do', async () => {
		await setMode(page, 'By ID');
		await userField(page).fill(UNKNOWN);
		const { message } = await executeForFailure(page);
		await shot('failure unknown ID');
		assert.equal(message, NO_SUCH_USER);
	});
	await check('an email that is none is refused before PeopleLens is asked', async () => {
		await setMode(page, 'By Email');
		const { message } = await executeForFailure(page);
		await shot('failure email');
		assert.equal(message, `'${UNKNOWN}' in 'User' is not an email address`);
	});
	await sandbox.revokeKey();
	await check('a revoked key is called what it is', async () => {
		await setMode(page, 'By ID');
		const { message, description } = await executeForFailure(page);
		await shot('failure revoked key');
		assert.equal(message, KEY_REFUSED);
		assert.match(description, /^PeopleLens says: /);
	});
	await check('and the list of users says so too, instead of being empty', async () => {
		await setMode(page, 'From list');
		await userField(page).click();
		const explanation = page.getByTestId('rlc-error-container');
		await explanation.filter({ hasText: 'Could not load list' }).waitFor();
		await shot('failure in the list');
		assert.ok((await explanation.innerText()).includes(KEY_REFUSED));
	});
	await sandbox.restoreKey();
}
