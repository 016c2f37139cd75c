/** Lets Node load the TypeScript of nodes and tests, compiled as Jest compiles it. */
const { readFileSync } = require('node:fs');
const { _extensions: extensions } = require('node:module');
const { transformSync } = require('@swc/core');

const [[, [, options]]] = Object.entries(require('../../jest.config.js').transform);

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
