import { readFileSync } from './node';

it('what Node throws is an Error here, as it is in n8n', () => {
	let thrown: unknown;
	try {
		readFileSync('nowhere');
	} catch (error) {
		thrown = error;
	}
	expect(thrown).toBeInstanceOf(Error);
});
