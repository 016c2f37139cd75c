/** n8n's own way to community packages: installed, updated and removed in Settings. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run as runCommand } from '../lib/processes.mjs';
import { query } from './database.mjs';
import { createFeed, everyTenSeconds, TRIGGER_TYPE } from './feed.mjs';
import { openRegistry, redirectNpm } from './registry.mjs';
import { closeBooks } from './report.mjs';
import { openStage, stageFolder } from './stage.mjs';
import { expectArrival, startBurst } from './steps.mjs';

const NAME = 'n8n-nodes-peoplelens';

/** @param {import('../test-host.mjs').Setting} setting */
export async function run({ host, tarball, check }) {
	const folder = `${stageFolder('community-package')}-registry`;
	const registry = await openRegistry(join(folder, 'registry.log'));
	const PATH = redirectNpm(join(folder, 'bin'), registry.url);
	const stage = await openStage({ name: 'community-package', host, env: { PATH } });
	const packages = (method, path = '', body) =>
		stage.rest.request(method, `/community-packages${path}`, body);
	const triggerType = async () =>
		(await stage.rest.nodeTypes()).find(({ name }) => name === TRIGGER_TYPE);

	await check('installed by its name', async () => {
		const version = await registry.offer(tarball);
		const { installedVersion, installedNodes } = await packages('POST', '', { name: NAME });
		assert.equal(installedVersion, version);
		assert.equal(installedNodes.length, 2);
		assert.ok(await triggerType());
	});

	const credential = await stage.addCredential('First key', stage.keys.first);
	const often = { credential, pollTimes: everyTenSeconds() };
	const feed = await createFeed(stage, { name: 'through an update', ...often });
	await feed.begin();
	await stage.makeEvents(20);

	await check('updated while a workflow is active, which goes on', async () => {
		const newer = await makeNewer(tarball, folder);
		const version = await registry.offer(newer);
		const stop = startBurst(stage);
		const answer = await packages('PATCH', '', { name: NAME });
		assert.equal(answer.installedVersion, version);
		assert.equal((await triggerType()).displayName, 'PeopleLens Trigger (newer)');
		await stop();
		assert.equal((await feed.status()).status, 'published');
		await stage.makeEvents(20);
		await expectArrival([feed]);
	});
	await check('and after a restart it is still the newer version', async () => {
		await stage.n8n.stop();
		await stage.makeEvents(20);
		await stage.start();
		assert.equal((await triggerType()).displayName, 'PeopleLens Trigger (newer)');
		await expectArrival([feed]);
	});
	const rows = await closeBooks(check, 'community package', [feed]);
	await feed.unpublish();

	await check('removed without a trace', async () => {
		await packages('DELETE', `?name=${NAME}`);
		const types = JSON.stringify(await stage.rest.nodeTypes());
		assert.ok(!types.includes(NAME), 'the node types are still there');
		const nodes = join(stage.folder, '.n8n', 'nodes');
		assert.ok(!existsSync(join(nodes, 'node_modules', NAME)), 'its folder is still there');
		const { dependencies } = JSON.parse(readFileSync(join(nodes, 'package.json'), 'utf8'));
		assert.deepEqual(dependencies, {});
		for (const table of ['installed_packages', 'installed_nodes']) {
			assert.deepEqual(await query(stage, `SELECT * FROM ${table}`), [], table);
		}
	});
	await check('and n8n starts without it', async () => {
		await stage.n8n.stop();
		await stage.start();
		assert.deepEqual(await packages('GET'), []);
	});
	await stage.close();
	registry.close();
	return rows;
}

/** The same package as its next version, to be told apart by the trigger's name. */
async function makeNewer(tarball, folder) {
	const content = join(folder, 'newer');
	const log = join(folder, 'newer.log');
	mkdirSync(content, { recursive: true });
	await runCommand('tar', ['-xzf', tarball, '-C', content], { log });
	const edit = (path, change) => {
		const file = join(content, 'package', path);
		writeFileSync(file, change(readFileSync(file, 'utf8')));
	};
	edit('package.json', (text) => {
		const manifest = JSON.parse(text);
		const version = manifest.version.replace(/\d+$/, (patch) => Number(patch) + 1);
		return JSON.stringify({ ...manifest, version });
	});
	edit('dist/nodes/PeopleLens/PeopleLensTrigger.node.js', (text) =>
		text.replace("displayName: 'PeopleLens Trigger'", "displayName: 'PeopleLens Trigger (newer)'"),
	);
	const newer = join(folder, 'newer.tgz');
	await runCommand('tar', ['-czf', newer, '-C', content, 'package'], { log });
	return newer;
}
