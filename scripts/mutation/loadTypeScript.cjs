/** Lets Node load the TypeScript of nodes and tests, compiled as Jest compiles it. */
const { mkdtempSync, readFileSync } = require('node:fs');
const { _extensions: extensions } = require('node:module');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const [, options] = Object.values(require('../../jest.config.js').transform).find(Array.isArray);

// Where Jest has a folder made before all tests (test/support/jest/globalSetup.ts).
process.env.N8N_TEST_HOMES ??= mkdtempSync(join(tmpdir(), 'peoplelens-n8n-'));

extensions['.ts'] = (module, filename) => {
	const { code } = transformSync(readFileSync(filename, 'utf8'), {
		...options,
		jsc: { ...options.jsc, parser: { syntax: 'typescript' } },
		filename,
	});
	module._compile(code, filename);
};

// `PeopleLens.node` is a name without its ending: first of the `.ts`, only then of the `.json`.
const loadJson = extensions['.json'];
delete extensions['.json'];
extensions['.json'] = loadJson;
