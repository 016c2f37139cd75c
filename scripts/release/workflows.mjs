/** The workflows for GitHub: what a linter for their syntax doesn't know about this project. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repository } from '../lib/folders.mjs';

const folder = join(repository, '.github', 'workflows');
const PUBLISH = 'publish.yml';
const PINNED = /^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/;
const LOCAL = /^\.\/\.github\/workflows\/[\w-]+\.yml$/;

/**
 * @returns {{ file: string, workflow: object }[]}
 * @throws {Error} naming the line, when a file is not valid YAML
 */
export function readWorkflows() {
	return readdirSync(folder).map((file) => ({
		file,
		workflow: parse(readFileSync(join(folder, file), 'utf8'), { strict: true, uniqueKeys: true }),
	}));
}

/** @returns {string[]} in words; empty when there is nothing to find fault with */
export function findFaults(file, workflow) {
	const jobs = Object.entries(workflow.jobs);
	return [
		...(isReadOnly(workflow.permissions) ? [] : ['It may do more than read by default']),
		...jobs.flatMap(([name, job]) => faultsOfJob(job).map((fault) => `Job ${name}: ${fault}`)),
		...(file === PUBLISH ? faultsOfPublishing(workflow) : faultsOfOthers(workflow)),
	];
}

const isReadOnly = (permissions) => JSON.stringify(permissions) === '{"contents":"read"}';

function faultsOfJob(job) {
	if (job.uses) return faultsOfUse(job.uses);
	return [
		...(job['timeout-minutes'] ? [] : ['it may run for hours']),
		...job.steps.flatMap(({ uses, run }) => (uses ? faultsOfUse(uses) : faultsOfCommand(run))),
	];
}

/** A tag can be moved to other code by whoever owns an action; a commit can't. */
const faultsOfUse = (uses) =>
	PINNED.test(uses) || (LOCAL.test(uses) && existsSync(join(repository, uses)))
		? []
		: [`${uses} is not pinned to a commit`];

function faultsOfCommand(run) {
	const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
	const files = [...run.matchAll(/node (\S+\.mjs)/g)].map(([, path]) => path);
	const names = [...run.matchAll(/npm (?:run ([\w:-]+)|(test)\b)/g)].map(([, a, b]) => a ?? b);
	return [
		...files.filter((path) => !existsSync(join(repository, path))).map((path) => `no ${path}`),
		...names.filter((name) => !(name in scripts)).map((name) => `no npm script "${name}"`),
		// What someone else may have written, such as a branch's name, must not become a command.
		...(run.includes('${{') ? [`"${run}" is put together from outside values`] : []),
	];
}

function faultsOfPublishing({ on, jobs }) {
	const { permissions, steps, needs } = jobs.publish;
	const commands = steps.map(({ run }) => run ?? '');
	const command = commands.find((run) => run.startsWith('npm publish')) ?? '';
	const required = [
		[JSON.stringify(on) === '{"push":{"tags":["*.*.*"]}}', 'It runs for something else than tags'],
		[needs === 'checks', 'It does not wait for the checks'],
		[permissions['id-token'] === 'write', 'npm could not sign the package'],
		[/--provenance\b/.test(command), 'It publishes without provenance'],
		[/--access public\b/.test(command), 'It does not publish for everybody'],
		// .npmrc keeps npm from running prepublishOnly.
		[
			commands.slice(0, commands.indexOf(command)).includes('npm run test:package'),
			'It publishes without building first',
		],
	];
	return required.filter(([holds]) => !holds).map(([, fault]) => fault);
}

function faultsOfOthers({ jobs }) {
	return Object.entries(jobs)
		.filter(([, { permissions }]) => permissions && !isReadOnly(permissions))
		.map(([name]) => `Job ${name} may do more than read`);
}
