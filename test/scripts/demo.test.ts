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

it.each([
	['', "'--tenant' is empty"],
	['https://', "'--tenant' is not a web address"],
	['..', "'--tenant' is not a web address"],
	['http://acme.peoplelensai.com', "'--tenant' starts with http"],
])(
	'the demo with the tenant "%s" is refused before anything is done',
	async (tenant, words) => {
		const kept = join(cache, 'n8n-nodes-peoplelens/demo/sandbox');
		mkdirSync(kept, { recursive: true });
		const { code, printed } = await demo('--fresh', '--tenant', tenant);
		expect(code).toBe(1);
		expect(printed).toContain(`Stopped: ${words}`);
		expect(existsSync(kept)).toBe(true);
	},
	30_000,
);

it.each([
	['acme.peoplelensai.com', 'tenant-acme.peoplelensai.com'],
	['https://ACME.peoplelensai.com/api/v1/', 'tenant-acme.peoplelensai.com'],
	['localhost:3000', 'tenant-localhost_3000'],
	['https://sandbox', 'tenant-sandbox'],
])('the demo keeps what belongs to %s in a folder of its own: %s', (address, name) => {
	expect(folderNameOf(readTenant(address, 'dummy-key'))).toBe(name);
});
