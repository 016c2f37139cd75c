/** `npm run bench`: the package in a real n8n against what users would do without it. */
import { runCommand } from '../test/e2e/harness/command';
import { log, showProgress } from '../test/e2e/harness/log';
import {
	cpus,
	existsSync,
	join,
	parseArgs,
	readFileSync,
	repositoryRoot,
	writeFileSync,
} from '../test/e2e/harness/node';
import { N8N_VERSION } from '../test/e2e/harness/n8n/install';
import { UserFacingError } from '../test/e2e/harness/userFacingError';
import { openBenchEnvironment, type BenchEnvironment } from './bench/environment';
import { drawChart } from './bench/chart';
import { benchInvites } from './bench/invites';
import { benchLoading } from './bench/loading';
import { benchManyWorkflows } from './bench/manyWorkflows';
import { benchMemory } from './bench/memory';
import { benchQueue } from './bench/queue';
import { benchQuiet } from './bench/quiet';
import { benchReading } from './bench/reading';
import { sectionsIn, toLines, toSection, type Outcome } from './bench/report';
import { benchSync } from './bench/sync';
import { benchTrigger } from './bench/trigger';

type Benchmark = (environment: BenchEnvironment, rounds: number) => Promise<Outcome | undefined>;

const BENCHMARKS: Record<string, Benchmark> = {
	reading: benchReading,
	queue: benchQueue,
	memory: benchMemory,
	invites: benchInvites,
	sync: benchSync,
	quiet: benchQuiet,
	many: benchManyWorkflows,
	trigger: benchTrigger,
	loading: benchLoading,
};

const NAMES = Object.keys(BENCHMARKS);
const REPORT = join(repositoryRoot, 'docs', 'benchmarks.md');
const PICTURES = join(repositoryRoot, 'docs', 'pictures');

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: { rounds: { type: 'string', default: '5' }, write: { type: 'boolean' } },
		allowPositionals: true,
	});
	const names = positionals.length > 0 ? positionals : NAMES;
	const unknown = names.find((name) => !(name in BENCHMARKS));
	if (unknown) {
		throw new UserFacingError(`There is no benchmark "${unknown}".`, {
			fix: `Choose from: ${NAMES.join(', ')}`,
		});
	}
	const rounds = Number(values.rounds);

	const environment = await openBenchEnvironment();
	const outcomes = new Map<string, Outcome>();
	for (const name of names) {
		const work = () => BENCHMARKS[name](environment, rounds);
		const outcome = await showProgress(`Measuring: ${name}`, 'some minutes', work);
		if (!outcome) continue;
		outcomes.set(name, outcome);
		log(...toLines(outcome), '');
	}
	await environment.stop();
	if (values.write) write(outcomes, rounds);
}

/** What was left out this time stays as it was. */
function write(outcomes: Map<string, Outcome>, rounds: number): void {
	const before = existsSync(REPORT) ? sectionsIn(readFileSync(REPORT, 'utf8')) : new Map();
	const sections = NAMES.flatMap((name) => {
		const outcome = outcomes.get(name);
		const section = outcome ? toSection(name, outcome, rounds) : before.get(name);
		return section ? [section] : [];
	});
	writeFileSync(REPORT, [...HEAD, ...sections].join('\n'));
	log('', `Written down in ${REPORT}`);

	const bars = [...outcomes.values()].flatMap((outcome) => outcome.bars ?? []);
	if (outcomes.size < NAMES.length) return;
	for (const theme of ['light', 'dark'] as const) {
		writeFileSync(join(PICTURES, `benchmarks-${theme}.svg`), drawChart(bars, theme));
	}
}

const HEAD = [
	'# Benchmarks',
	'',
	`Measured with n8n ${N8N_VERSION} on ${cpus().length} cores (${cpus()[0].model.trim()}), which n8n and the PeopleLens sandbox share. What is compared runs in turn in the same n8n, so the ratios hold on other machines too; the times don't.`,
	'',
	`To repeat it: \`npm run bench\` measures everything (about an hour), \`npm run bench -- reading\` one part; the parts are ${NAMES.join(', ')}. \`--rounds 9\` takes more runs. \`--write\` writes what was measured into this page.`,
	'',
	'<picture>',
	'  <source media="(prefers-color-scheme: dark)" srcset="pictures/benchmarks-dark.svg">',
	'  <img alt="The same work with n8n\'s HTTP Request node and with the PeopleLens node, in seconds" src="pictures/benchmarks-light.svg">',
	'</picture>',
	'',
];

void runCommand(main);
