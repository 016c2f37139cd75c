/** Something is not right, and the panel says in the author's own words what to do. */
import { place } from './pages/creator';
import { setMode, userField } from './pages/locator';
import { executeForFailure } from './pages/outcome';
import { expect, test } from './test';

const UNKNOWN = 'usr-4711';
const NO_SUCH_USER =
	"No user with the ID 'usr-4711' in this PeopleLens tenant. Check 'User', or choose the user from the list.";
const KEY_REFUSED =
	"PeopleLens did not accept the API key. Copy the key again from PeopleLens, or create a new one there, and enter it as 'API Key' in the credential.";

test.describe.configure({ mode: 'serial' });

test.beforeAll(({ editor }) => place(editor, 'Get user'));
test.afterAll(({ sandbox }) => sandbox.restoreKey());

test('an unknown ID is named, with what to do', async ({ editor, keepScreenshot }) => {
	await setMode(editor, 'By ID');
	await userField(editor).fill(UNKNOWN);
	const { message } = await executeForFailure(editor);
	await keepScreenshot('failure unknown ID');
	expect(message).toBe(NO_SUCH_USER);
});
test('an email that is none is refused before PeopleLens is asked', async ({
	editor,
	keepScreenshot,
}) => {
	await setMode(editor, 'By Email');
	const { message } = await executeForFailure(editor);
	await keepScreenshot('failure email');
	expect(message).toBe(`'${UNKNOWN}' in 'User' is not an email address`);
});
test('a revoked key is called what it is', async ({ editor, sandbox, keepScreenshot }) => {
	await sandbox.revokeKey();
	await setMode(editor, 'By ID');
	const { message, description } = await executeForFailure(editor);
	await keepScreenshot('failure revoked key');
	expect(message).toBe(KEY_REFUSED);
	expect(description).toMatch(/^PeopleLens says: /);
});
test('with a revoked key the list of users says so, instead of being empty', async ({
	editor,
	keepScreenshot,
}) => {
	await setMode(editor, 'From list');
	await userField(editor).click();
	const explanation = editor.getByTestId('rlc-error-container');
	await explanation.filter({ hasText: 'Could not load list' }).waitFor();
	await keepScreenshot('failure in the list');
	expect(await explanation.innerText()).toContain(KEY_REFUSED);
});
