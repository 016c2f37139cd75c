/** In full size, they take minutes; others take seconds. */
module.exports = require('./longestFirst.cjs')([
	'model/model',
	'hostile/hiring',
	'hostile/node',
	'poller/simulation',
	'hostile/trigger',
	'hostile/eventLoop',
	'hiring/lists',
	'operations/parallel',
]);
