/**
 * The architecture as rules: imports run one way.
 *   node files → operations, trigger → methods, fields, parameters → poller → reader, sync, api → domain
 *   within api: calls → client → errors → http
 *   scripts → the suites in test/e2e → its harness → sandbox
 */
const SRC = '^nodes/PeopleLens/';
const layer = (name) => `${SRC}${name}/`;
/** What sends the calls and knows none of them. */
const CLIENT = `${SRC}api/(baseUrl|call|client|credential)\\.ts$`;
const nodeFiles = `${SRC}[^/]+\\.node\\.ts$`;
const HARNESS = '^test/e2e/harness/';
const SUITES = '^test/e2e/([^/]+)/';
/** What each suite may take from others: the oldest n8n is smoke-tested as well; the demo is a script. */
const SHARED = ['^test/e2e/smoke/describeSmokeTest\\.ts$', '^scripts/demo/'];

/** What every n8n installation has: anything else would be missing at run time. */
const RUN_TIME =
	'^(crypto|n8n-workflow|luxon|lodash|zod)(/|$)|node_modules/(n8n-workflow|(@types/)?luxon|(@types/)?lodash|zod)/';

/** What the pure rooms may use besides their own files. */
const PURE_PACKAGES = '^(crypto|luxon|lodash)(/|$)|node_modules/(@types/)?(luxon|lodash)/';

const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		forbid('no-circles', {}, { circular: true }, 'What depends on each other belongs together'),
		forbid(
			'no-orphans',
			{
				orphan: true,
				path: '^(nodes|credentials|sandbox|scripts|test/(support|e2e))/',
				pathNot: [
					nodeFiles,
					'\\.credentials\\.ts$',
					'\\.(test|spec|config)\\.[jt]s$',
					'\\.[cm]?js$',
					'jest/setUp\\.ts$',
				],
			},
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
			'http-knows-no-message',
			{ path: layer('api/http') },
			{ path: SRC, pathNot: layer('api/http') },
			'Sends a request and says what came of it: knows no call, and no word for the user',
		),
		forbid(
			'errors-know-no-request',
			{ path: layer('api/errors') },
			{
				path: SRC,
				pathNot: [
					...[layer('api/errors'), `${layer('api/http')}(outcome|record|redact|retry)\\.ts$`],
					`${layer('domain')}excerpt\\.ts$`,
				],
			},
			'From what came of a request to what the user reads: they send nothing',
		),
		forbid(
			'client-knows-no-call',
			{ path: CLIENT },
			{ path: SRC, pathNot: [CLIENT, layer('api/(errors|http)')] },
			'Each call brings along what is sent, how it is read and what is said',
		),
		forbid(
			'calls-are-sent-by-the-client',
			{ path: `${layer('api')}[^/]+$`, pathNot: [CLIENT, 'credentialTest', 'keyGuard'] },
			{ path: layer('api/http'), pathNot: `${layer('api/http')}record\\.ts$` },
			'A call describes a request and reads its answer. (n8n tests a credential, and lets others use it, by other means)',
		),
		forbid(
			'http-serves-the-api',
			{ path: SRC, pathNot: layer('api') },
			{ path: layer('api/http'), pathNot: `${layer('api/http')}(limiter|semaphore)\\.ts$` },
			'From above, only how many requests may be on their way is of interest',
		),
		forbid(
			'fields-only-describe',
			{ path: layer('fields') },
			{
				path: SRC,
				pathNot: [layer('(fields|domain)'), `${SRC}(parameters/concurrency|api/http/limiter)`],
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
			'lists-read-through-the-api',
			{ path: layer('lists') },
			{ path: SRC, pathNot: layer('(lists|reader|api)') },
			'They join the reader to the calls, for operations and methods alike',
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
			'webhook-stands-alone',
			{ path: layer('webhook') },
			{ path: SRC, pathNot: layer('webhook') },
			'The webhook trigger asks PeopleLens for nothing, and serves only its node',
		),
		forbid(
			'signature-is-pure',
			{
				path: `${layer('webhook')}(signature|hiringEvent|filters|age|recentDeliveries|shortLivedCache|logLimiter|dropOldest)`,
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
		forbid(
			'sandbox-stands-alone',
			{ path: '^sandbox/' },
			{ path: '^(test|scripts|credentials)/' },
			'A PeopleLens that can be run without anything else of this project',
		),
		forbid(
			'harness-knows-no-suite',
			{ path: HARNESS },
			{ path: ['^scripts/', SUITES], pathNot: HARNESS },
			'Running n8n and its neighbours, for every suite above',
		),
		forbid(
			'suites-stand-alone',
			{ path: SUITES, pathNot: HARNESS },
			{
				path: ['^scripts/', SUITES, '^test/(?!e2e/)'],
				pathNot: [HARNESS, '^test/e2e/$1/', ...SHARED],
			},
			'What suites share belongs to the harness',
		),
		forbid(
			'e2e-tests-the-package-from-outside',
			{ path: '^test/e2e/' },
			{ path: '^(nodes|credentials)/', dependencyTypesNot: ['type-only'] },
			'They test what is packed, and take only types from the source',
		),
		forbid(
			'scripts-use-the-harness',
			{ path: '^scripts/', pathNot: '^scripts/pictures\\.ts$' },
			{ path: SUITES, pathNot: HARNESS },
			'Only the pictures are taken with the page objects of the browser tests',
		),
	],
	options: {
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: true,
		doNotFollow: { path: 'node_modules' },
		enhancedResolveOptions: { extensions: ['.ts', '.js'] },
	},
};
