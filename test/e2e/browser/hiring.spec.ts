/** Someone who recruits: what each panel asks for, and a candidate found, changed and deleted. */
import { place } from './pages/creator';
import { openList, people, searchList } from './pages/locator';
import { executeForFailure, executeForItems } from './pages/outcome';
import * as panel from './pages/panel';
import { expect, test } from './test';

test.describe.configure({ mode: 'serial' });

/** What each panel asks for, from top to bottom. */
const PANELS: Record<string, string[]> = {
	'Create candidate': ['First Name', 'Last Name', 'Email', 'Additional Fields', 'Options'],
	'Delete candidate': ['Candidate', 'Delete for Good', 'Options'],
	'Get candidate': ['Candidate', 'Options'],
	'Get interview status of candidate': ['Candidate'],
	'Get many candidates': ['Return All', 'Limit', 'Filters'],
	'Update candidate': ['Candidate', 'Update Fields'],
	'Download document of candidate': ['Candidate', 'Document ID', 'Put Output File in Field'],
	'Get many documents of candidate': ['Candidate'],
	'Get parsed résumé of candidate': ['Candidate'],
	'Upload document to candidate': ['Candidate', 'Input Binary Field'],
	'Decide about interview': ['Interview Plan ID', 'Status', 'Options'],
	'Get booking links': ['Candidate'],
	'Get scorecard of interview': ['Interview Plan ID', 'Options'],
	'Schedule interview': [
		'Interview Plan ID',
		'Step ID',
		'Interviewer',
		'Start Time',
		'Additional Fields',
	],
	'Add candidate to job': ['Job', 'Candidate'],
	'Get job': ['Job'],
	'Get many jobs': ['Return All', 'Limit'],
	'Update job': ['Job', 'Update Fields'],
	'Generate interview template': ['Job Description'],
	'Get interview template': ['Template'],
	'Get many interview templates': ['Return All', 'Limit'],
	'Update user': ['User', 'Update Fields'],
};

for (const [action, fields] of Object.entries(PANELS)) {
	test(`the panel of "${action}" asks for what it needs`, async ({ editor, keepScreenshot }) => {
		await place(editor, action);
		await keepScreenshot(`panel ${action}`);
		expect(await panel.labels(editor)).toEqual([...panel.ABOVE, ...fields]);
	});
}
test('a candidate is picked from the list by name', async ({ editor, sandbox, keepScreenshot }) => {
	const [{ id, email, last_name: name }] = (await sandbox.hiring()).candidates;
	await place(editor, 'Get candidate');
	await openList(editor);
	await keepScreenshot('candidates from list');
	await searchList(editor, email);
	await people(editor).filter({ hasText: name }).first().click();
	const { rows } = await executeForItems(editor);
	await keepScreenshot('candidate found');
	expect(rows[0]).toMatchObject({ id, email });
});
test('a change is made of the fields that are added, and of no others', async ({
	editor,
	sandbox,
	keepScreenshot,
}) => {
	const [, { id, email, first_name: name }] = (await sandbox.hiring()).candidates;
	await place(editor, 'Update candidate');
	await openList(editor);
	await searchList(editor, email);
	await people(editor).first().click();
	await panel.add(editor, 'Add field', ['Status']);
	await panel.type(editor, 'status', 'interview');
	await keepScreenshot('candidate to update');
	await executeForItems(editor);
	const changed = (await sandbox.hiring()).candidates.find((candidate) => candidate.id === id);
	expect(changed).toMatchObject({ status: 'interview', first_name: name });
});
test('deleting asks a person to switch it on, and says what would be lost', async ({
	editor,
	sandbox,
	keepScreenshot,
}) => {
	const last = (await sandbox.hiring()).candidates.at(-1);
	const exists = async () => (await sandbox.hiring()).candidates.some(({ id }) => id === last?.id);
	await place(editor, 'Delete candidate');
	await openList(editor);
	await searchList(editor, last?.email ?? '');
	await people(editor).first().click();
	const { message, description } = await executeForFailure(editor);
	await keepScreenshot('candidate not deleted');
	expect(message).toContain("'Delete for Good' is off");
	expect(description).toContain('nobody could bring them back');
	expect(await exists()).toBe(true);
	await panel.toggle(editor, 'deleteForGood');
	const { rows } = await executeForItems(editor);
	expect(rows[0]).toMatchObject({ id: last?.id, deleted: 'true' });
	expect(await exists()).toBe(false);
});
