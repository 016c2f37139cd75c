/**
 * The architecture as rules: imports run one way.
 *   node files → operations, trigger → fields → feed, sync, api → n8n-workflow
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
			'webhook-stands-alone',
			{ path: layer('webhook') },
			{ path: SRC, pathNot: layer('webhook') },
			'The webhook trigger asks PeopleLens for nothing, and serves only its node',
		),
		forbid(
			'signature-is-pure',
			{
				path: `${layer('webhook')}(signature|hiringEvent|filters|age|recentDeliveries|shortLivedCache|warnings|dropOldest)`,
			},
			{ pathNot: [`${layer('webhook')}(hiringEvent|dropOldest)`, '^crypto$', 'luxon'] },
			'What decides about a delivery knows no n8n and no HTTP',
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
