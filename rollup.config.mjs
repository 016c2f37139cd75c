/**
 * Compiles the package, and joins what belongs together: one file in dist/ for each folder below
 * nodes/PeopleLens (api.js, reader.js, …). So n8n has a dozen files to read when it starts, where there
 * would be two hundred. Nothing is minified: whoever installs the package can read what they get.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import typescript from '@rollup/plugin-typescript';

const { n8n } = JSON.parse(readFileSync('package.json', 'utf8'));
const entries = [...n8n.credentials, ...n8n.nodes].map((path) =>
	path.slice('dist/'.length, -'.js'.length),
);

/** `npm run dev` has it written into an n8n. */
const dir = process.env.DIST ?? 'dist';

export default {
	input: Object.fromEntries(entries.map((entry) => [entry, `${entry}.ts`])),
	/** Every n8n has them. */
	external: ['n8n-workflow', 'luxon', 'crypto', /^lodash\//],
	plugins: [typescript({ module: 'es2022', outDir: dir, noEmitOnError: true })],
	output: {
		dir,
		format: 'cjs',
		interop: 'auto',
		entryFileNames: '[name].js',
		chunkFileNames: 'nodes/PeopleLens/[name].js',
		manualChunks: (path) => /^nodes.PeopleLens.(\w+)[\\/]/.exec(relative('.', path))?.[1],
	},
	// Folders that need each other, a module that n8n might not have: what Rollup warns of is a fault.
	onwarn: ({ message }) => {
		throw new Error(message);
	},
};
