/** `npm run bench`: the package in a real n8n against what users would do without it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchInvites } from './bench/invites.mjs';
import { benchLoading } from './bench/loading.mjs';
import { benchMemory } from './bench/memory.mjs';
import { benchReading } from './bench/reading.mjs';
import { lines, section } from './bench/report.mjs';
import { openStage } from './bench/stage.mjs';
import { benchSync } from './bench/sync.mjs';
import { benchTrigger } from './bench/trigger.mjs';
import { N8N_VERSION, installHost } from './host/install.mjs';
import { repository, scratchFolder } from './lib/folders.mjs';
import { Trouble, progress, runScript, say } from './lib/output.mjs';
import { packPackage } from './pack.mjs';
import { setUp } from './setup.mjs';

const BENCHMARKS = {
	reading: benchReading,
	memory: benchMemory,
	invites: benchInvites,
	sync: benchSync,
	trigger: benchTrigger,
	loading: benchLoading,
};

const REPORT = join(repository, 'docs', 'benchmarks.md');

async function main() {
	const { values, positionals } = parseArgs({
		options: { rounds: { type: 'string', default: '5' } },
		allowPositionals: true,
	});
	const names = positionals.length > 0 ? positionals : Object.keys(BENCHMARKS);
	const unknown = names.find((name) => !(name in BENCHMARKS));
	if (unknown) {
		throw new Trouble(`There is no benchmark "${unknown}".`, {
			fix: `Choose from: ${Object.keys(BENCHMARKS).join(', ')}`,
		});
	}
	const rounds = Number(values.rounds);

	await setUp();
	const host = await installHost();
	const stage = await openStage(host, await packPackage(join(scratchFolder, 'bench-package')));
	const outcomes = [];
	for (const name of names) {
		const work = () => BENCHMARKS[name](stage, rounds);
		const outcome = await progress(`Measuring: ${name}`, 'some minutes', work);
		if (!outcome) continue;
		outcomes.push(outcome);
		say(...lines(outcome), '');
	}
	await stage.stop();
	// What was left out this time would be lost in the report.
	if (outcomes.length < Object.keys(BENCHMARKS).length) return;
	mkdirSync(join(REPORT, '..'), { recursive: true });
	writeFileSync(REPORT, report(outcomes, rounds).join('\n'));
	say('', `Written down in ${REPORT}`);
}

const report = (outcomes, rounds) => [
	'# Benchmarks',
	'',
	'<!-- Written by npm run bench -->',
	'',
	`Measured on ${new Date().toISOString().slice(0, 10)} with n8n ${N8N_VERSION} on ${cpus().length} cores (${cpus()[0].model.trim()}), which n8n and the PeopleLens sandbox share. All figures are medians of ${rounds} runs. What is compared runs in turn in the same n8n, so the ratios hold on other machines too; the times don't.`,
	'',
	'To repeat it: `npm run bench` measures everything (about half an hour) and writes this page anew. `npm run bench -- reading` measures one part and only prints it; the parts are ' +
		`${Object.keys(BENCHMARKS).join(', ')}. \`--rounds 9\` takes more runs.`,
	'',
	...outcomes.flatMap(section),
];

await runScript(import.meta.url, main);
