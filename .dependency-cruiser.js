/**
 * The architecture as rules: imports run one way.
 *   node files → operations, trigger → fields → poller → reader, sync, api → n8n-workflow
 */
const SRC = '^nodes/PeopleLens/';
const layer = (name) => `${SRC}${name}/`;
const nodeFiles = `${SRC}[^/]+\\.node\\.ts$`;

/** What every n8n installation has: anything else would be missing at run time. */
const RUN_TIME =
	'^(crypto|n8n-workflow|luxon|lodash|zod|p-limit)(/|$)|node_modules/(n8n-workflow|(@types/)?luxon|(@types/)?lodash|zod|p-limit)/';

/** What the pure rooms may use besides their own files. */
const PURE_PACKAGES = '^(crypto|luxon|lodash)(/|$)|node_modules/(@types/)?(luxon|lodash)/';

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
			'reader-is-pure',
			{ path: layer('reader') },
			{ pathNot: [layer('reader'), PURE_PACKAGES] },
			'Reads a list through a callback: knows no n8n, no HTTP and no poller',
		),
		forbid(
			'poller-is-pure',
			{ path: layer('poller') },
			{ pathNot: [layer('(poller|reader)'), PURE_PACKAGES] },
			'Decides what is new: knows no n8n and no HTTP',
		),
		forbid(
			'only-the-trigger-polls',
			{ path: SRC, pathNot: layer('(poller|trigger)') },
			{ path: layer('poller') },
			'Everyone else reads once',
		),
		forbid(
			'sync-is-pure',
			{ path: layer('sync') },
			{ pathNot: [layer('sync'), '(luxon|lodash)'] },
			'Knows no n8n and no HTTP',
		),
		forbid(
			'api-stands-alone',
			{ path: layer('api') },
			{ path: SRC, pathNot: layer('api') },
			'PeopleLens as typed functions, for everyone above',
		),
		forbid(
			'fields-know-no-operation',
			{ path: layer('fields') },
			{ path: [layer('(operations|trigger)'), nodeFiles] },
			'Shared fields serve operations and trigger',
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
