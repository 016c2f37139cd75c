/**
 * The sandbox as a program: `npx tsx sandbox/main.ts --help`. Prints one line of JSON
 * with its address and key as soon as it listens, and ends at SIGINT or SIGTERM.
 */
import { nodeProcess, parseArgs, readFileSync } from './node';
import type { Behaviour } from './behaviour';
import { createBehaviour } from './behaviourRules';
import { Body } from './http/body';
import { startSandbox } from './index';
import { behaviourLike } from './like';

const HELP = `A PeopleLens tenant for tests and demonstrations.

  --port <number>           default 0: a free one
  --users <number>          active users in the beginning, default 20
  --audit-logs <number>     audit logs in the beginning, default 200
  --seed <number>           the same seed gives the same people and events, default 1
  --api-key <text>          a key that may do everything, default dummy-api-key-example
  --read-only-key <text>    a second key: reads, but 403 when it writes
  --powerless-key <text>    a third one: 403 everywhere
  --webhook-url <url>       where webhooks go, e.g. http://localhost:5678/webhook/…
  --webhook-secret <text>   what they are signed with, default dummy-webhook-example
  --lively                  events keep happening
  --every <ms>              the mean time between them, default 4000
  --behaviour <json>        switches, e.g. '{"sortOrder": "oldest", "latencyMs": 20}'
                            (all of them: sandbox/behaviour.ts)
  --like <file>             answers as the tenant did of which npm run check:tenant -- --report
                            made this file; --behaviour changes what it says

Prints {"url", "apiKey"} when it listens. While it runs, GET <url>/sandbox tells how to
change it: behaviour, faults, events, users, clock, key, webhooks, and the log of requests. Open
<url>/settings/webhooks in a browser to set up webhooks and send some.
`;

const OPTIONS = {
	port: { type: 'string' },
	users: { type: 'string' },
	'audit-logs': { type: 'string' },
	seed: { type: 'string' },
	'api-key': { type: 'string' },
	'read-only-key': { type: 'string' },
	'powerless-key': { type: 'string' },
	'webhook-url': { type: 'string' },
	'webhook-secret': { type: 'string' },
	lively: { type: 'boolean' },
	every: { type: 'string' },
	behaviour: { type: 'string' },
	like: { type: 'string' },
	help: { type: 'boolean' },
} as const;

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
