import { formsOf, leaksOf } from './keyForms';

const KEY = 'pk+live/Zq3_vN8w"Tr&7=Lx-dummy-key-example';

it.each(Object.entries(formsOf(KEY)))('the key %s is found in a text', (_, form) => {
	expect(leaksOf(KEY, `The server said: ${form} is wrong.`)).not.toEqual([]);
});

it.each([
	['its first eight characters', KEY.slice(0, 8)],
	['its last eight characters', KEY.slice(-8)],
	['a third of its base64', Buffer.from(KEY).toString('base64').slice(12, 30)],
])('%s are found in a text', (_, piece) => {
	expect(leaksOf(KEY, `The server said: ${piece} is wrong.`)).not.toEqual([]);
});

it('a text without the key is no leak', () => {
	const text = 'PeopleLens did not accept the API key. Copy the key again, for example pk+live.';
	expect(leaksOf(KEY, text)).toEqual([]);
});
