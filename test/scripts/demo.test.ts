import { folderNameOf, readTenant } from '../../scripts/demo/tenant';
import {
	existsSync,
	join,
	mkdirSync,
	mkdtempSync,
	repositoryRoot,
	rmSync,
	tmpdir,
} from '../support/node';
import { runNode } from '../support/program';

const DEMO = join(repositoryRoot, 'scripts/demo.ts');
const NOWHERE = '/nowhere';

let cache: string;
beforeEach(() => (cache = mkdtempSync(join(tmpdir(), 'demo-'))));
afterEach(() => rmSync(cache, { recursive: true }));

/** Where there is no npm, so that nothing could be installed. */
const demo = async (...args: string[]) =>
	await runNode(['--import', 'tsx', DEMO, ...args], {
		cwd: repositoryRoot,
		env: { XDG_CACHE_HOME: cache, PEOPLELENS_API_KEY: 'dummy-key', PATH: NOWHERE },
	});

it('the demo of no tenant in particular is refused before anything is removed or installed', async () => {
	const kept = join(cache, 'n8n-nodes-peoplelens/demo/sandbox');
	mkdirSync(kept, { recursive: true });
	const { code, printed } = await demo('--fresh', '--tenant', '');
	expect(code).toBe(1);
	expect(printed).toContain("Stopped: '--tenant' is empty");
	expect(existsSync(kept)).toBe(true);
}, 30_000);

it.each([
	['https://', 'is not a web address'],
	['..', 'is not a web address'],
	['http://acme.peoplelensai.com', 'starts with http'],
])('"%s" is no tenant for the demo: it %s', (address, words) => {
	expect(() => readTenant(address, 'dummy-key')).toThrow(`'--tenant' ${words}`);
});

it.each([
	['acme.peoplelensai.com', 'tenant-acme.peoplelensai.com'],
	['https://ACME.peoplelensai.com/api/v1/', 'tenant-acme.peoplelensai.com'],
	['localhost:3000', 'tenant-localhost_3000'],
	['https://sandbox', 'tenant-sandbox'],
])('the demo keeps what belongs to %s in a folder of its own: %s', (address, name) => {
	expect(folderNameOf(readTenant(address, 'dummy-key'))).toBe(name);
});
