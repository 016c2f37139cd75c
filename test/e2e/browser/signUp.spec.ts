import { SESSION_FILE } from './handover';
import { signUp } from './pages/signUp';
import { test } from './test';

test('a new n8n asks its first visitor for an account', async ({ editor }) => {
	await signUp(editor);
	await editor.context().storageState({ path: SESSION_FILE });
});
