import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../nodes/PeopleLens/api/client';
import { openItems } from '../../nodes/PeopleLens/operations/user/sync/peopleInItems';
import { readAuditLogFilters } from '../../nodes/PeopleLens/parameters/auditLogFilters';
import { optionalDate } from '../../nodes/PeopleLens/parameters/date';
import { requireShownName } from '../../nodes/PeopleLens/parameters/listChoice';
import { requireObject } from '../../nodes/PeopleLens/parameters/object';
import { panel } from './panel';

/** What an item or a list brings along stands in messages: short, in one line, visible, and no HTML. */

const ODD = `odd\u202e\u0000\r\n<img src=x>${'five thousand letters\n'.repeat(250)}`;

const fromList = (cachedResultName: string, value = 'id-1') => ({
	...{ __rl: true, mode: 'list' as const, value, cachedResultName },
});

const peopleIn = (item: IDataObject) => openItems([item]).fieldsOf(item, panel);

const CASES: Record<string, () => unknown> = {
	'the ID of a choice without a name': () => {
		const locator = fromList('', ODD);
		const node = { ...panel.context.getNode(), parameters: { userId: locator } };
		requireShownName({ context: { ...panel.context, getNode: () => node } }, locator, 'User');
	},
	'what is no date': () => optionalDate(panel, ODD, 'Since'),
	'what is no action': async () =>
		await readAuditLogFilters(panel, {} as Api, ['USER_LOGIN', ODD], {}),
	'the key of a number': () => requireObject(panel, { [ODD]: { [ODD]: 2 ** 60 } }, 'Metadata'),
	'the fields of an item': () => peopleIn({ [ODD]: 1, [`${ODD}2`]: 2 })('email'),
	'two names of one field': () => {
		const [one, other] = ['-', '_'].map((sign) => `e${sign.repeat(5_000)}mail`);
		peopleIn({ [one]: 'ada@acme.com', [other]: 'kay@acme.com' })('email');
	},
};

function expectReadable(text: string) {
	expect(text.length).toBeLessThan(700);
	expect(text).not.toMatch(/[\p{C}\n<]/u);
}

it.each(Object.keys(CASES))('a text from outside is quoted as it can be read: %s', async (name) => {
	const error: Error & { description?: string } = await Promise.resolve()
		.then(CASES[name])
		.then(
			() => new Error('It was accepted'),
			(thrown: Error) => thrown,
		);
	expect(error.message).not.toBe('It was accepted');
	expectReadable(error.message);
	expectReadable(error.description ?? '');
});

it('so are the fields by which the items of a sync were understood', () => {
	const name = `e${'-'.repeat(5_000)}\nmail`;
	const { understood, fieldsOf } = openItems([{ [name]: 'ada@acme.com' }]);
	expectReadable(understood);
	expectReadable(fieldsOf({ [name]: 'ada@acme.com' }, panel)('email').name);
});
