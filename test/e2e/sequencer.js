/** They play a day, and wait most of the time. */
module.exports = require('../support/jest/longestFirst.cjs')([
	'durable',
	'faultDay',
	'queue',
	'legacy',
]);
