/**
 * The build: `npm run build` = `gulp build`.
 *
 * clean, then compile (rollup.config.mjs) and assets side by side. "assets" copies only what n8n
 * serves from this package: icons, codex files and output schemas. (`n8n-node build` would copy every
 * picture of the repository.) `npm run dev` has them copied into an n8n, named by DIST.
 */
const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, parallel, series, src } = require('gulp');

const ASSETS = ['icons/*.svg', 'nodes/**/__schema__/**/*.json', 'nodes/**/*.node.json'];

const clean = () => rm('dist', { recursive: true, force: true });

async function compile() {
	try {
		const rollup = require.resolve('rollup/dist/bin/rollup');
		await promisify(execFile)(process.execPath, [rollup, '--config', '--silent']);
	} catch (error) {
		// It writes what it found to stderr; without this, gulp would only say "command failed".
		throw new Error(error.stderr || error.message);
	}
}

const assets = () =>
	src(ASSETS, { base: '.', encoding: false }).pipe(dest(process.env.DIST ?? 'dist'));

exports.assets = assets;
exports.build = series(clean, parallel(compile, assets));
