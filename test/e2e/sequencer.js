const { basename } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** The scenarios that take longest: begun last, one of them would run alone in the end. */
const FIRST = ['durable', 'faultDay', 'queue', 'legacy'].map((name) => `${name}.test.ts`);

module.exports = class LongestFirst extends Sequencer {
	sort(tests) {
		const rank = ({ path }) => FIRST.indexOf(basename(path)) + 1 || FIRST.length + 1;
		return [...tests].sort((a, b) => rank(a) - rank(b));
	}
};
