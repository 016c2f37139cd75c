/** What a person does with the demo, done by a machine: for CI. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { itemsOf } from '../host/executionData.mjs';
import { createChecks } from '../lib/checks.mjs';
import { scratchFolder } from '../lib/folders.mjs';
import { openDemo, runWorkflow } from './session.mjs';

/** Starts the demo twice in a folder of its own and looks at what is there. */
export async function checkDemo({ host, tarball }) {
	const { check, finish } = createChecks();
	const folder = join(scratchFolder, 'demo-check');
	rmSync(folder, { recursive: true, force: true });
	const open = () => openDemo({ folder, host, tarball });

	const first = await check('the demo starts, and the test of its credential is green', open);
	if (first) {
		for (const { id, name } of first.workflows) {
			await check(`"${name}" runs green and returns something`, () => runsGreen(first, id));
		}
		const [{ id }] = first.workflows;
		await first.rest.workflows.update(id, { name: 'Renamed by its user' });
		await check('it ends when it is told to', () => endsWhole(first));
	}
	const second = await check('a second start finds account and credential again', open);
	if (second) {
		await check('and the workflows: none twice, a changed one as its user left it', async () => {
			const names = (await second.rest.workflows.list()).map(({ name }) => name);
			const expected = [...first.workflows.slice(1).map(({ name }) => name), 'Renamed by its user'];
			same(names.sort(), expected.sort());
			same((await second.rest.credentials.list()).length, 1);
		});
		for (const { id, name } of second.workflows) {
			await check(`"${name}" runs green again`, () => runsGreen(second, id));
		}
		await second.stop();
	}
	finish();
}

async function runsGreen(session, id) {
	const execution = await runWorkflow(session, id);
	const items = itemsOf(execution, execution.data.resultData.lastNodeExecuted);
	if (items.length === 0) throw new Error('It returned no items.');
}

async function endsWhole(session) {
	await session.stop();
	for (const url of [session.url, session.peopleLens.baseUrl]) {
		const answer = await fetch(url).catch(() => undefined);
		if (answer) throw new Error(`Something still answers at ${url}`);
	}
}

function same(actual, expected) {
	const [a, b] = [actual, expected].map((value) => JSON.stringify(value));
	if (a !== b) throw new Error(`expected ${b}\ngot      ${a}`);
}
