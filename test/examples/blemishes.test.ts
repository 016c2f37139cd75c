/** What can be said about the examples without an n8n. In a real one: test/e2e/examples. */
import { findBlemishes } from '../e2e/examples/blemishes';
import { readExamples, readIntroduction } from '../e2e/harness/exampleFiles';

const examples = readExamples();

test.each(examples)('$file is fit to be given away, and introduced', ({ file, workflow }) => {
	expect(findBlemishes(workflow)).toEqual([]);
	expect(readIntroduction()).toContain(`(${file}.json)`);
});

describe('what remembers in n8n, and fails once it is full', () => {
	const found = examples.find(({ file }) => file === 'instant-and-complete');
	const remembering = () => structuredClone(found?.workflow ?? examples[0].workflow);
	const complaint =
		'"Leave out the second report" fails for good once its history is full, which nothing empties on time';

	test('is found when nothing starts what empties it', () => {
		const workflow = remembering();
		workflow.nodes = workflow.nodes.filter(({ name }) => name !== 'Every Sunday');
		delete workflow.connections['Every Sunday'];
		expect(findBlemishes(workflow)).toEqual([complaint]);
	});
	test.each(['Leave out the second report', 'Forget what was reported'])(
		'is found when the history of "%s" is its own',
		(wanted) => {
			const workflow = remembering();
			for (const { name, parameters } of workflow.nodes)
				if (name === wanted) parameters.options = { scope: 'node' };
			expect(findBlemishes(workflow)).toEqual([complaint]);
		},
	);
});
