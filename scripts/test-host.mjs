/** Host tests: the packed package in a real n8n, through everything that happens in production. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { table } from './demo/table.mjs';
import { installHost } from './host/install.mjs';
import { createChecks } from './lib/checks.mjs';
import { scratchFolder } from './lib/folders.mjs';
import { Trouble, clock, runScript, say } from './lib/output.mjs';
import { packPackage } from './pack.mjs';
import { setUp } from './setup.mjs';

/**
 * What a scenario gets; it returns its rows of the table.
 * @typedef {object} Setting
 * @property {import('./host/install.mjs').Host} host
 * @property {string} tarball the packed package
 * @property {(what: string, verify: () => unknown) => Promise<unknown>} check prints and counts
 */

/** The longest first: two run at a time. */
const SCENARIOS = {
	durable: './host-tests/durable.mjs',
	'fault-day': './host-tests/faultDay.mjs',
	queue: './host-tests/queue.mjs',
	legacy: './host-tests/legacy.mjs',
	compatibility: './host-tests/compatibility.mjs',
	'community-package': './host-tests/communityPackage.mjs',
};

const LANES = 2;

async function main() {
	const { values, positionals } = parseArgs({
		options: { tarball: { type: 'string' } },
		allowPositionals: true,
	});
	const names = positionals.length > 0 ? positionals : Object.keys(SCENARIOS);
	const unknown = names.find((name) => !(name in SCENARIOS));
	if (unknown) {
		throw new Trouble(`There is no scenario "${unknown}".`, {
			fix: `Choose from: ${Object.keys(SCENARIOS).join(', ')}`,
		});
	}
	await setUp();
	const host = await installHost();
	const tarball = values.tarball ?? (await packPackage(join(scratchFolder, 'package')));
	const { check, finish } = createChecks();
	const waiting = [...names];
	const rows = [];
	const lane = async () => {
		for (let name = waiting.shift(); name; name = waiting.shift()) {
			rows.push(...(await runScenario(name, { host, tarball, check })));
		}
	};
	await Promise.all(Array.from({ length: LANES }, lane));
	say('', ...table(rows, COLUMNS, Infinity), '');
	finish();
}

const COLUMNS = {
	Scenario: (row) => row.scenario,
	Events: (row) => row.events,
	Executions: (row) => row.executions,
	Lost: (row) => row.lost,
	Repeated: (row) => row.repeated,
	Interrupted: (row) => row.interrupted,
	Faults: (row) => row.faults,
};

/** A scenario that can't go on is one more check that didn't pass. */
async function runScenario(name, { check, ...setting }) {
	const started = Date.now();
	const named = (what, verify) => check(`${name}: ${what}`, verify);
	let rows = [];
	await named('the scenario was played to its end', async () => {
		const { run } = await import(SCENARIOS[name]);
		rows = await run({ ...setting, check: named });
	});
	say(`        ${name} took ${clock(Date.now() - started)}`);
	return rows;
}

await runScript(import.meta.url, main);
