import { join, mkdirSync, readFileSync, relative, writeFileSync } from '../harness/node';
import type { Manifest } from '../harness/package';
import { run } from '../harness/processes';

/** What the trigger of the newer version is called. */
export const NEWER_NAME = 'PeopleLens Trigger (newer)';

/**
 * The same package as its next version, to be told apart by the trigger's name.
 * @returns path of its tarball, in `folder`
 */
export async function packNewerVersion(tarball: string, folder: string): Promise<string> {
	const content = join(folder, 'newer');
	const log = join(folder, 'newer.log');
	mkdirSync(content, { recursive: true });
	await run('tar', ['-xzf', relative(content, tarball)], { cwd: content, log });
	const edit = (path: string, change: (text: string) => string) => {
		const file = join(content, 'package', path);
		writeFileSync(file, change(readFileSync(file, 'utf8')));
	};
	edit('package.json', (text) => {
		const manifest: Manifest = JSON.parse(text);
		const version = manifest.version.replace(/\d+$/, (patch) => String(Number(patch) + 1));
		return JSON.stringify({ ...manifest, version });
	});
	edit('dist/nodes/PeopleLens/PeopleLensTrigger.node.js', (text) =>
		text.replace("displayName: 'PeopleLens Trigger'", `displayName: '${NEWER_NAME}'`),
	);
	const newer = join(folder, 'newer.tgz');
	await run('tar', ['-czf', relative(content, newer), 'package'], { cwd: content, log });
	return newer;
}
