/**
 * The build: `npm run build` = `gulp build`.
 *
 * clean, then compile (tsc) and assets side by side. "assets" copies only what n8n serves from this
 * package: icons, codex files and output schemas. (`n8n-node build` would copy every picture of the
 * repository.) `npm run dev` has them copied into an n8n, named by ASSETS_TO.
 */
const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, parallel, series, src } = require('gulp');

const ASSETS = ['icons/*.svg', 'nodes/**/__schema__/**/*.json', 'nodes/**/*.node.json'];

const clean = () => rm('dist', { recursive: true, force: true });

async function compile() {
	try {
		await promisify(execFile)(process.execPath, [require.resolve('typescript/bin/tsc')]);
	} catch (error) {
		// tsc writes what it found to stdout; without this, gulp would only say "command failed".
		throw new Error(error.stdout || error.message);
	}
}

const assets = () =>
	src(ASSETS, { base: '.', encoding: false }).pipe(dest(process.env.ASSETS_TO ?? 'dist'));

exports.assets = assets;
exports.build = series(clean, parallel(compile, assets));
