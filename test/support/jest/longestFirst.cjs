const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * A sequencer for Jest: begun last, a file that takes long would run alone in the end.
 * @param {string[]} names of test files without `.test.ts`, the longest first
 */
module.exports = (names) =>
	class LongestFirst extends Sequencer {
		sort(tests) {
			const rank = ({ path }) =>
				names.findIndex((name) => path.endsWith(`/${name}.test.ts`)) + 1 || names.length + 1;
			return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
		}
	};
