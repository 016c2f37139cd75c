/** Someone looks for the node, without knowing what it is called. */
import { openCreator, openCreatorBehind, openEntry, place, search } from './pages/creator';
import { close } from './pages/panel';
import { expect, test } from './test';

const WORDS = ['PeopleLens', 'hiring', 'audit', 'ATS', 'HR', 'SIEM'];

/** The first of them, as the list shows them: by what they are about, in the order of the alphabet. */
const ACTIONS = [
	'AUDIT LOG ACTIONS',
	'Get many audit logs',
	'CANDIDATE ACTIONS',
	'Create candidate',
	'Delete candidate',
	'Get candidate',
	'Get interview status of candidate',
	'Get many candidates',
	'Update candidate',
];

/** As many as are on the screen without scrolling. */
const ON_SCREEN = 9;

test.describe.configure({ mode: 'serial' });

test.describe('as the first step', () => {
	test.beforeAll(({ editor }) => openCreator(editor));
	testWords('as the first step');
});

test.describe('as a further step', () => {
	test.beforeAll(async ({ editor }) => {
		await place(editor, 'Get many users');
		await close(editor);
		await openCreatorBehind(editor);
	});
	testWords('as a further step');

	test('the entry of the node lists what it can do', async ({ editor, keepScreenshot }) => {
		await search(editor, 'PeopleLens', 'PeopleLens');
		const lines = await openEntry(editor, 'PeopleLens');
		await keepScreenshot('entry in the node creator');
		const first = lines.indexOf(ACTIONS[0]);
		expect(lines.slice(first, first + ACTIONS.length)).toEqual(ACTIONS);
	});
});

function testWords(where: string): void {
	for (const word of WORDS) {
		test(`the node is found by "${word}" ${where}`, async ({ editor, keepScreenshot }) => {
			const found = await search(editor, word, 'PeopleLens');
			await keepScreenshot(`found by ${word} ${where}`);
			expect(found.slice(0, ON_SCREEN)).toContain('PeopleLens');
		});
	}
}
