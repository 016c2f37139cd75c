/** Instead of a package's file, the module that Node itself has loaded of it (environment.cjs). */
module.exports = {
	process: (_, path) => ({
		code: `module.exports = globalThis.requireOnce(${JSON.stringify(path)});`,
	}),
};
