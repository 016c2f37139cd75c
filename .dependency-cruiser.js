/**
 * The architecture as rules: imports run one way.
 *   node files → operations, trigger → methods, fields, parameters → feed, sync, api → domain
 */
const SRC = '^nodes/PeopleLens/';
const layer = (name) => `${SRC}${name}/`;
const nodeFiles = `${SRC}[^/]+\\.node\\.ts$`;

/** What every n8n installation has: anything else would be missing at run time. */
const RUN_TIME =
	'^(crypto|n8n-workflow|luxon|lodash|zod|p-limit)(/|$)|node_modules/(n8n-workflow|(@types/)?luxon|(@types/)?lodash|zod|p-limit)/';

const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		forbid('no-circles', {}, { circular: true }, 'What depends on each other belongs together'),
		forbid(
			'no-orphans',
			{ orphan: true, path: '^(nodes|credentials)/', pathNot: [nodeFiles, '\\.credentials\\.ts$'] },
			{},
			'Dead code',
		),
		forbid(
			'run-time-packages',
			{ path: '^(nodes|credentials)/' },
			{ pathNot: ['^(nodes|credentials)/', RUN_TIME] },
			'Only what n8n brings along is there at run time',
		),
		forbid(
			'feed-is-pure',
			{ path: layer('feed') },
			{ pathNot: [layer('feed'), '^crypto$', '(luxon|lodash)'] },
			'Knows no n8n and no HTTP',
		),
		forbid(
			'sync-is-pure',
			{ path: layer('sync') },
			{ pathNot: [layer('(sync|domain)'), '(luxon|lodash)'] },
			'Knows no n8n and no HTTP',
		),
		forbid(
			'domain-is-pure',
			{ path: layer('domain') },
			{ pathNot: [layer('domain'), '(luxon|lodash)'] },
			'Roles and who is who: for everyone above',
		),
		forbid(
			'api-stands-alone',
			{ path: layer('api') },
			{ path: SRC, pathNot: layer('(api|domain)') },
			'PeopleLens as typed functions, for everyone above',
		),
		forbid(
			'fields-only-describe',
			{ path: layer('fields') },
			{
				path: SRC,
				pathNot: [layer('(fields|domain)'), `${SRC}(parameters/concurrency|api/limiter)`],
			},
			'Descriptions of parameters: no reading, no request',
		),
		forbid(
			'parameters-stand-on-the-api',
			{ path: layer('parameters') },
			{ path: SRC, pathNot: layer('(parameters|api|domain)') },
			'Reading and checking what the panel says, for operations and trigger alike',
		),
		forbid(
			'methods-know-no-operation',
			{ path: layer('methods') },
			{ path: [layer('(operations|trigger)'), nodeFiles] },
			'They fill the lists of the panel',
		),
		forbid(
			'operations-know-no-node',
			{ path: layer('operations') },
			{ path: [layer('trigger'), nodeFiles] },
			'Imports run downwards',
		),
		forbid(
			'trigger-knows-no-node',
			{ path: layer('trigger') },
			{ path: [layer('operations'), nodeFiles] },
			'Imports run downwards',
		),
	],
	options: {
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: true,
		doNotFollow: { path: 'node_modules' },
		enhancedResolveOptions: { extensions: ['.ts', '.js'] },
	},
};
