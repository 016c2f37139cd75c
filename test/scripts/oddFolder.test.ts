import {
	cpSync,
	join,
	mkdirSync,
	mkdtempSync,
	repositoryRoot,
	rmSync,
	symlinkSync,
	tmpdir,
	writeFileSync,
} from '../support/node';
import { runNode } from '../support/program';
import { evaluateInHarness } from './harness';

/** What a second download is named, below a folder whose name is no regular expression. */
const CLONE = join('c++', 'n8n-nodes-peoplelens-main (1)');

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'odd-folder-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('in a folder of any name, npm test leaves out what needs a running n8n, and nothing else', async () => {
	const clone = join(folder, CLONE);
	for (const test of ['api/one.test.ts', 'e2e/host/two.test.ts']) {
		const file = join(clone, 'test', test);
		mkdirSync(join(file, '..'), { recursive: true });
		writeFileSync(file, '');
	}
	for (const part of ['jest.config.js', 'package.json', 'test/support/jest']) {
		cpSync(join(repositoryRoot, part), join(clone, part), { recursive: true });
	}
	symlinkSync(join(repositoryRoot, 'node_modules'), join(clone, 'node_modules'), 'junction');
	const jest = join(repositoryRoot, 'node_modules/jest/bin/jest.js');
	const { printed } = await runNode([jest, '--listTests'], { cwd: clone });
	expect(printed.trim().split('\n')).toEqual([expect.stringMatching(/one\.test\.ts$/)]);
}, 60_000);

it.each(['/home/me/n8n', join('/home/me', CLONE)])(
	'in %s, a file of the browser suite can be run by itself',
	async (clone) => {
		const fileOf = (name: string) => join(clone, 'test/e2e/browser', name);
		// So Playwright reads its arguments.
		const file = JSON.stringify(fileOf('users.spec.ts'));
		const pattern = await evaluateInHarness<string>(`require('./runSuite').patternOf(${file})`);
		const chosen = new RegExp(pattern, 'gi');
		const files = ['users.spec.ts', 'pickUsers.spec.ts', 'users-spec.ts'].map(fileOf);
		expect(files.filter((name) => name.match(chosen))).toEqual([fileOf('users.spec.ts')]);
	},
);
