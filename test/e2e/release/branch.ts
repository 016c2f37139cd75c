import { scratchFolder } from '../harness/folders';
import { execFileSync, join, mkdirSync, rmSync } from '../harness/node';

/** A clone as GitHub's checkout makes it, of a repository with a merged commit and one that is not. */
export function cloneAt(which: 'merged' | 'not merged'): string {
	const folder = join(scratchFolder, 'tag-on-main');
	const [origin, clone] = [join(folder, 'origin'), join(folder, 'clone')];
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(origin, { recursive: true });
	const git = (cwd: string, ...args: string[]) =>
		execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
			cwd,
			stdio: 'pipe',
		});
	const commit = (text: string) => git(origin, 'commit', '--quiet', '--allow-empty', '-m', text);
	git(origin, 'init', '--quiet', '--initial-branch', 'main');
	commit('merged');
	git(origin, 'tag', 'merged');
	commit('later');
	git(origin, 'switch', '--quiet', '-c', 'mine', 'merged');
	commit('not merged');
	git(origin, 'tag', 'not-merged');
	git(folder, 'clone', '--quiet', origin, clone);
	git(clone, 'checkout', '--quiet', '--detach', which.replace(' ', '-'));
	git(clone, 'remote', 'update');
	return clone;
}
