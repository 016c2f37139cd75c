/**
 * The sandbox as a program: `npm run sandbox -- --help`. Prints one line of JSON
 * with its address and key as soon as it listens, and ends at SIGINT or SIGTERM.
 */
import { nodeProcess, parseArgs, readFileSync } from './node';
import type { Behaviour } from './behaviour';
import { createBehaviour } from './behaviourRules';
import { Body } from './http/body';
import { startSandbox } from './index';
import { behaviourLike } from './like';
import { HELP, OPTIONS } from './options';

/** @throws {RangeError} naming the option that is no whole number */
function count(name: string, value: string | undefined): number | undefined {
	if (value === undefined) return undefined;
	if (/^\d+$/.test(value)) return Number(value);
	throw new RangeError(`--${name} must be a whole number`);
}

/** The switches that a report asks for; says on stderr what no switch can imitate. */
function likeReport(file: string | undefined): Partial<Behaviour> {
	if (file === undefined) return {};
	const { behaviour, notImitated } = behaviourLike(readFileSync(file, 'utf8'));
	if (notImitated.length > 0) {
		nodeProcess.stderr.write(`The sandbox has no switch to imitate: ${notImitated.join(', ')}\n`);
	}
	return behaviour;
}

async function main(): Promise<void> {
	const { values } = parseArgs({ options: OPTIONS });
	if (values.help) {
		nodeProcess.stdout.write(HELP);
		return;
	}
	const sandbox = await startSandbox({
		port: count('port', values.port),
		users: count('users', values.users),
		auditLogs: count('audit-logs', values['audit-logs']),
		candidates: count('candidates', values.candidates),
		jobs: count('jobs', values.jobs),
		seed: count('seed', values.seed),
		apiKey: values['api-key'],
		readOnlyKey: values['read-only-key'],
		powerlessKey: values['powerless-key'],
		webhooks: {
			...(values['webhook-url'] !== undefined && { url: values['webhook-url'] }),
			...(values['webhook-secret'] !== undefined && { secret: values['webhook-secret'] }),
		},
		behaviour: createBehaviour({
			...likeReport(values.like),
			...Body.parse(values.behaviour ?? '{}').all(),
		}),
		livelyMs: values.lively ? (count('every', values.every) ?? 4000) : undefined,
	});
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		nodeProcess.once(signal, () => void sandbox.stop());
	}
	const { url, apiKey } = sandbox;
	nodeProcess.stdout.write(`${JSON.stringify({ url, apiKey })}\n`);
}

main().catch((error: unknown) => {
	const words = error instanceof Error ? error.message : String(error);
	nodeProcess.stderr.write(`${words}\nSee --help\n`);
	nodeProcess.exitCode = 1;
});
