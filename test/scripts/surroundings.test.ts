import { everyNth, join, repositoryRoot } from '../support/node';
import { runNode } from '../support/program';
import { evaluateInHarness } from './harness';

/** As on a computer in a company's network; nobody listens there. */
const PROXY = 'http://127.0.0.1:9';

// Each starts Jest anew.
const SURROUNDINGS = everyNth<[string, NodeJS.ProcessEnv]>(3, [
	['behind a proxy', { HTTP_PROXY: PROXY, HTTPS_PROXY: PROXY, http_proxy: PROXY }],
	['behind a proxy that leaves out others', { HTTP_PROXY: PROXY, no_proxy: 'acme.example' }],
	['where n8n is set up', { N8N_SSRF_PROTECTION_ENABLED: 'true', N8N_LOG_LEVEL: 'debug' }],
]);

it.each(SURROUNDINGS)(
	'npm test works %s',
	async (_name, env) => {
		const jest = join(repositoryRoot, 'node_modules/jest/bin/jest.js');
		const args = [jest, '--silent', 'test/operations/user/get.test.ts'];
		const { printed } = await runNode(args, { cwd: repositoryRoot, env });
		expect(printed).toMatch(/Tests: +\d+ passed, \d+ total/);
	},
	60_000,
);

it('the n8n of the demo asks the sandbox past a proxy, and everything else as before', async () => {
	const surroundings = await evaluateInHarness("require('./n8n/start').surroundings()", {
		HTTP_PROXY: PROXY,
		NO_PROXY: 'acme.example',
	});
	const hosts = 'acme.example,127.0.0.1,localhost';
	expect(surroundings).toMatchObject({ HTTP_PROXY: PROXY, no_proxy: hosts, NO_PROXY: hosts });
});
